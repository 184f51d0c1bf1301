export { actionAttachments } from './action-attachments.lazy';
export { actionLines } from './action-lines.lazy';
