// Lines on a canvas, in the pad's own unit whatever the screen's pixels are. Knows nothing of characters.

/** The pad's size, as its style sheet has it. */
export const [WIDTH, HEIGHT] = [756, 446];
/** A finger's step below this adds nothing; a longer stroke is thinned, so that a whole character is a body that the server takes. */
const STEP = 3;
const MOST_POINTS = 120;

export const MOST_STROKES = 48;

/** Makes the canvas as fine as the screen, and answers its brush. */
export function brushOf(canvas) {
  const { width, height } = canvas.getBoundingClientRect();
  const fine = window.devicePixelRatio || 1;
  canvas.width = Math.max(1, Math.round(width * fine));
  canvas.height = Math.max(1, Math.round(height * fine));
  const brush = canvas.getContext("2d");
  brush.setTransform(canvas.width / WIDTH, 0, 0, canvas.height / HEIGHT, 0, 0);
  const style = getComputedStyle(canvas);
  Object.assign(brush, { strokeStyle: style.color, fillStyle: style.color, lineCap: "round", lineJoin: "round",
    lineWidth: Number.parseFloat(style.getPropertyValue("--ink-width")) || 12 });
  return brush;
}

/** One stroke, round through the middles between its points. */
export function paint(brush, stroke) {
  const [[x, y], ...others] = stroke;
  brush.beginPath();
  if (!others.length) {
    brush.arc(x, y, brush.lineWidth / 2, 0, 2 * Math.PI);
    brush.fill();
    return;
  }
  brush.moveTo(x, y);
  others.forEach(([toX, toY], place) => {
    const next = others[place + 1];
    if (next) brush.quadraticCurveTo(toX, toY, (toX + next[0]) / 2, (toY + next[1]) / 2);
    else brush.lineTo(toX, toY);
  });
  brush.stroke();
}

export function paintAll(brush, strokes) {
  brush.clearRect(0, 0, WIDTH, HEIGHT);
  strokes.forEach((stroke) => paint(brush, stroke));
}

/** Where an event was, on the pad; kept inside it. */
export function pointOf(event, box) {
  const within = (value, most) => Math.round(Math.min(Math.max(value, 0), most));
  return [
    within(((event.clientX - box.left) * WIDTH) / box.width, WIDTH),
    within(((event.clientY - box.top) * HEIGHT) / box.height, HEIGHT),
  ];
}

/** The stroke with one point more, where it is a step away. */
export function extended(stroke, point) {
  const last = stroke.at(-1);
  if (Math.hypot(point[0] - last[0], point[1] - last[1]) < STEP) return stroke;
  const longer = [...stroke, point];
  return longer.length <= MOST_POINTS ? longer : longer.filter((_, place) => place % 2 === 0 || place === MOST_POINTS);
}
