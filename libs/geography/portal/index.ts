export { CountyMap, type MapFigure } from './county-map';
export { GeographyData } from './geography.data';
