import { Component } from '@angular/core';

/** Icons and hatches of every page, once in the document. Not `display: none`: hatches would go. */
@Component({
  selector: 'app-svg-sprite',
  templateUrl: './svg-sprite.html',
  styles: `
    svg {
      position: absolute;
      width: 0;
      height: 0;
    }
    .surface {
      fill: var(--tl-surface);
    }
    .attended {
      stroke: var(--tl-attended);
    }
    .late {
      stroke: var(--tl-late);
    }
    .unrecorded {
      stroke: var(--tl-unrecorded);
    }
    .cut {
      stroke: var(--tl-surface);
      stroke-width: 1.8;
    }
    .heavy {
      stroke-width: 2.2;
    }
    @media (forced-colors: active) {
      .surface {
        fill: Canvas;
      }
      .attended,
      .late,
      .unrecorded {
        stroke: CanvasText;
      }
    }
  `,
})
export class SvgSprite {}
