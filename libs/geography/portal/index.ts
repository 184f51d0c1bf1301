export { ACTING_COUNTY } from './acting-county';
export { CountyMap, type MapFigure } from './county-map';
export { GeographyData } from './geography.data';
export { geographyWords } from './geography.words';
