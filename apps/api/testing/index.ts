export { type NamedFloor, areaFloors, areasOnDisk } from './area-floors';
export { Breaker } from './breaker';
export { Client, type Answer } from './client';
export { type FloorWorld, floorWorld } from './floor-world';
export { type TestApp, testApp } from './test-app';
