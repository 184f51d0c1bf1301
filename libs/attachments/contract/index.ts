export { Attachment, Attachments, type FileConcern, FileInput, LinkInput, fileConcerns } from './attachment';
