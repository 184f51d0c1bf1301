export { type NamedFloor, areaFloors, areasOnDisk } from './area-floors';
export { Authenticator, type Tricks } from './authenticator';
export { Authority, type Spoil } from './authority';
export { Breaker } from './breaker';
export { Client, type Answer } from './client';
export { everywhere } from './everywhere';
export { type FloorWorld, floorWorld } from './floor-world';
export { type RealPerson, codeOf, realPerson } from './real-person';
export { type TestApp, testApp } from './test-app';
