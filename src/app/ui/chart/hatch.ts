const SIDE = 6;

/** What is uncertain is hatched: a pattern for a canvas, in the colour of what it is. */
export function hatch(colour: string, surface: string): CanvasPattern | string {
  const tile = document.createElement('canvas');
  tile.width = tile.height = SIDE;
  const context = tile.getContext('2d');
  if (!context) return colour;
  context.fillStyle = surface;
  context.fillRect(0, 0, SIDE, SIDE);
  context.strokeStyle = colour;
  context.lineWidth = 2;
  context.beginPath();
  // One line through the tile, and its two neighbours at the corners, so that tiles join.
  for (const shift of [-SIDE, 0, SIDE]) {
    context.moveTo(shift - 1, SIDE + 1);
    context.lineTo(shift + SIDE + 1, -1);
  }
  context.stroke();
  return context.createPattern(tile, 'repeat') ?? colour;
}
