import { Component } from '@angular/core';

/** The page's own parts in grey at their final size, after a moment, so that nothing jumps. */
@Component({
  selector: 'app-trend-skeleton',
  host: { 'aria-busy': 'true', role: 'status', 'aria-label': 'Loading' },
  template: `
    <div class="main">
      <span class="words"></span>
      <span class="words short"></span>
      <span class="chart"></span>
      <span class="words"></span>
      <span class="bars"></span>
    </div>
    <div class="aside">
      <span class="words short"></span>
      <span class="figure"></span>
      <span class="words"></span>
      <span class="bars"></span>
    </div>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 28px;
      animation: show 0s 150ms both;
    }
    .main,
    .aside {
      display: grid;
      gap: 8px;
      align-content: start;
    }
    span {
      border-radius: 3px;
      background: var(--tl-hover);
    }
    .words {
      width: 70%;
      height: 16px;
    }
    .short {
      width: 45%;
    }
    .figure {
      width: 120px;
      height: 32px;
    }
    .chart {
      height: 256px;
    }
    .bars {
      height: 140px;
    }
    @media (min-width: 1400px) {
      :host {
        grid-template-columns: minmax(0, 1fr) 320px;
      }
    }
    @keyframes show {
      from {
        visibility: hidden;
      }
    }
  `,
})
export class TrendSkeleton {}
