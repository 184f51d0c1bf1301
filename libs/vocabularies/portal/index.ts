export { TermLists } from './term-lists.data';
