import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { RouteReuseStrategy, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { OnePageEach } from './one-page-each';

@Component({ selector: 'sam-a-thing', template: '' })
class Thing {
  readonly written = signal('');
}

it('begins anew at another thing, so that nothing half written follows there, and stays where only a filter changes', async () => {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'insatser', children: [{ path: ':id', component: Thing }] }]),
      { provide: RouteReuseStrategy, useClass: OnePageEach },
    ],
  });
  const router = await RouterTestingHarness.create();
  const first = await router.navigateByUrl('/insatser/en', Thing);
  first.written.set('Mötet blev av');
  expect((await router.navigateByUrl('/insatser/en?status=ongoing', Thing)).written()).toBe('Mötet blev av');
  expect((await router.navigateByUrl('/insatser/en#rad-1', Thing)).written()).toBe('Mötet blev av');
  expect((await router.navigateByUrl('/insatser/en-annan', Thing)).written()).toBe('');
});
