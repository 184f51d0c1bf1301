export {
  Attachment,
  AttachmentLine,
  Attachments,
  type FileConcern,
  FileInput,
  LinkInput,
  fileConcerns,
} from './attachment';
