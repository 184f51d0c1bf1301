import { Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';

@Component({ selector: 'sam-root', template: '<router-outlet />', imports: [RouterOutlet] })
export class Root {}
