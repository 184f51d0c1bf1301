export { SearchAnswer, SearchHit, SearchQuery, hitsAlone, hitsBeside, hitsCounted } from './search';
