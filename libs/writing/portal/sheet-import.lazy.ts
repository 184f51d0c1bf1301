/** `SheetImport`, fetched with the first page that takes a sheet in; for `*ngComponentOutlet`. */
export const sheetImport = () => import('./sheet-import').then((piece) => piece.SheetImport);
