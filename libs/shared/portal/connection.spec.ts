import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Connection } from './connection';

let http: HttpTestingController;
let connection: Connection;
/** When the service was asked whether it is back, in seconds from the beginning. */
let asked: number[];
/** Whether it says so. */
let ready: boolean;

beforeEach(() => {
  jest.useFakeTimers();
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  http = TestBed.inject(HttpTestingController);
  connection = TestBed.inject(Connection);
  [asked, ready] = [[], true];
});
afterEach(() => jest.useRealTimers());

/** Lets so many seconds go by. */
async function pass(seconds: number): Promise<void> {
  for (let tenth = 0; tenth < seconds * 10; tenth++) {
    await jest.advanceTimersByTimeAsync(100);
    for (const one of http.match('/health/ready')) {
      asked.push(performance.now() / 1000);
      one.flush(null, ready ? undefined : { status: 503, statusText: 'away' });
    }
  }
}

/** How long each wait was, in whole seconds. */
const waits = () => asked.map((at, n) => Math.round(at - (asked[n - 1] ?? 0)));

describe('a service that does not answer', () => {
  it('is asked more and more seldom whether it is back, and what waited goes on when it is', async () => {
    let restored = 0;
    connection.restored.subscribe(() => restored++);
    ready = false;
    connection.failed();
    await pass(30);
    expect(waits()).toEqual([2, 2, 3, 5, 8, 10]);
    expect([connection.lost(), restored]).toEqual([true, 0]);
    ready = true;
    await pass(10);
    expect([connection.lost(), restored]).toEqual([false, 1]);
  });

  it('is asked at once again when it goes away another time', async () => {
    connection.failed();
    await pass(20);
    connection.failed();
    await pass(20);
    expect(asked).toEqual([expect.closeTo(1.5, 1), expect.closeTo(21.5, 1)]);
  });

  it('is not asked every other second without end for an address that alone does not answer', async () => {
    connection.restored.subscribe(() => connection.failed());
    connection.failed();
    await pass(60);
    expect(asked.length).toBeLessThan(12);
    expect(waits().at(-1)).toBe(10);
  });
});
