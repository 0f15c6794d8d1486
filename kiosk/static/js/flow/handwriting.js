// Strokes that are no character yet, and what the server reads in them. A reading belongs to the very strokes that it
// was asked for; one that comes late is ignored. A wipe takes both away.

/** @param {{strokes: number[][][], place: string}} event all strokes of this character, and what it is for */
export function draw(state, { strokes, place }) {
  const reading = strokes.length
    ? { of: strokes, place, characters: state.reading?.characters ?? [], how: "asking" } : null;
  return { ...state, form: { ...state.form, strokes }, reading, errors: {} };
}

const when = (state, strokes, reading) => (state.reading?.of === strokes
  ? { ...state, reading: { ...state.reading, ...reading } } : state);

export const read = (state, { strokes, characters }) => when(state, strokes, { characters, how: "read" });

/** @param {{how: "slow" | "away"}} event nothing is lost: the strokes stay, and are asked for again */
export const unread = (state, { strokes, how }) => when(state, strokes, { how, ...(how === "away" && { characters: [] }) });

/** Whether this server reads handwriting; where it does not, nothing of it is shown. */
export const handwriting = (state, { offered }) => ({
  ...(offered ? state : draw(state, { strokes: [] })), handwriting: offered,
});
