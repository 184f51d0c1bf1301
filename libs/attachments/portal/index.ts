export { actionAttachments } from './action-attachments.lazy';
