export { Counties, County, Municipality } from './geography';
