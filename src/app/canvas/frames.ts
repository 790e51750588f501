/** The one owner of animation frames: what wants to draw says so, and draws once before the next frame. */
const waiting = new Set<() => void>();

/** Calls `draw` before the next frame; asking again before that changes nothing. */
export function beforeNextFrame(draw: () => void): void {
  if (waiting.size === 0) requestAnimationFrame(drawAll);
  waiting.add(draw);
}

/** Takes a wish back. */
export function forgetFrame(draw: () => void): void {
  waiting.delete(draw);
}

function drawAll(): void {
  const draws = [...waiting];
  waiting.clear();
  for (const draw of draws) draw();
}
