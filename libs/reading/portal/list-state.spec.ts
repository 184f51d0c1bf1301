import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { listOf, pageFields, placeFields } from '@samverkan/shared/contract';
import * as z from 'zod';
import { listState, withoutPlace } from './list-state';

const ExampleQuery = z.strictObject({
  ...pageFields,
  ...placeFields,
  q: z.string().optional(),
  status: listOf(z.enum(['planned', 'ongoing', 'paused'])),
  sort: z.enum(['changed', 'title']).default('changed'),
});

const place = '1795076580000000.01a221b7-a125-7187-b033-74f110fda9b1';

@Component({ template: '' })
class ListPage {
  readonly state = listState(ExampleQuery);
}

async function open(address: string) {
  TestBed.configureTestingModule({ providers: [provideRouter([{ path: 'insatser', component: ListPage }])] });
  const harness = await RouterTestingHarness.create();
  return (await harness.navigateByUrl(address, ListPage)).state;
}

describe("a list's state in the address", () => {
  it('is read from the address, so that a link opens the same list', async () => {
    const state = await open('/insatser?status=ongoing,paused&q=freda&page=2');
    expect(state.query()).toMatchObject({ status: ['ongoing', 'paused'], q: 'freda', page: 2, sort: 'changed' });
    expect(state.params()).toEqual({ status: 'ongoing,paused', q: 'freda', page: '2' });
  });

  it('goes back to the first page when a filter changes', async () => {
    const state = await open('/insatser?q=freda&page=3');
    state.patch({ status: ['planned'] });
    await new Promise((done) => setTimeout(done, 20));
    expect(decodeURIComponent(TestBed.inject(Router).url)).toBe('/insatser?q=freda&status=planned');
  });

  it('leaves the place in a long list behind when a filter changes, and takes none along to a file or another view', async () => {
    const state = await open(`/insatser?q=freda&page=41&after=${place}`);
    expect(state.params()).toEqual({ q: 'freda', page: '41', after: place });
    expect(withoutPlace(state.params())).toEqual({ q: 'freda' });
    expect(state.link({ sort: 'title' })).toEqual({ q: 'freda', sort: 'title' });
    expect(state.link({ page: 42 })).toEqual({ q: 'freda', page: '42' });
  });

  it('leaves out what is broken or unknown instead of failing', async () => {
    const state = await open('/insatser?status=nonsense&utm=1&q=freda');
    expect(state.params()).toEqual({ q: 'freda' });
  });
});
