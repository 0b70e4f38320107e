import type { Plugin } from 'chart.js';

/** A line through the point that is being read, along the bar where bars lie. */
export const walkedMark = (
  colour: string,
  walked: () => number | null,
): Plugin<'line' | 'bar'> => ({
  id: 'walkedMark',
  beforeDatasetsDraw({ ctx, chartArea, scales, options }) {
    const index = walked();
    const isLying = options.indexAxis === 'y';
    const axis = scales[isLying ? 'y' : 'x'];
    if (index === null || !axis) return;
    const at = axis.getPixelForValue(index);
    ctx.save();
    ctx.strokeStyle = colour;
    ctx.lineWidth = 1.5;
    ctx.beginPath();
    ctx.moveTo(isLying ? chartArea.left : at, isLying ? at : chartArea.top);
    ctx.lineTo(isLying ? chartArea.right : at, isLying ? at : chartArea.bottom);
    ctx.stroke();
    ctx.restore();
  },
});
