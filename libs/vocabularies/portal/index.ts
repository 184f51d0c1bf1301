export { TermLists } from './term-lists.data';
export { vocabulariesRoutes } from './vocabularies.routes';
