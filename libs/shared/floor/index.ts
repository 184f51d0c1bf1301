export type {
  AreaFloor,
  Cell,
  Deed,
  Door,
  Hideable,
  Hiding,
  Listing,
  Operation,
  Planted,
  Subject,
  TableRights,
  World,
} from './area-floor';
export { type Channel, channels, only } from './channels';
export { floor } from './floor';
export { type Grid, grid } from './grid';
export { type Principal, type Relation, principals, relations } from './principals';
