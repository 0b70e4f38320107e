import type { Plugin } from 'chart.js';

/** A line through the point that is being read. */
export const walkedMark = (
  colour: string,
  walked: () => number | null,
): Plugin<'line' | 'bar'> => ({
  id: 'walkedMark',
  beforeDatasetsDraw({ ctx, chartArea, scales }) {
    const index = walked();
    const axis = scales['x'];
    if (index === null || !axis) return;
    const x = axis.getPixelForValue(index);
    ctx.save();
    ctx.strokeStyle = colour;
    ctx.lineWidth = 1.5;
    ctx.beginPath();
    ctx.moveTo(x, chartArea.top);
    ctx.lineTo(x, chartArea.bottom);
    ctx.stroke();
    ctx.restore();
  },
});
