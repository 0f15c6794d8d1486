/**
 * A hall's state as a screen holds it: small documents, each replaced whole. Pure functions, so that the rule
 * "snapshot + changes = a fresh snapshot" can be tested without a socket.
 */

/**
 * @typedef {object} HallState
 * @property {string} hall
 * @property {number} revision
 * @property {Record<string, any>} documents
 */

/**
 * @param {{hall: string, revision: number, documents?: Record<string, any>}} snapshot
 * @returns {HallState}
 */
export function fromSnapshot(snapshot) {
  return { hall: snapshot.hall, revision: snapshot.revision, documents: snapshot.documents ?? {} };
}

/**
 * Apply one change: the next revision replaces documents, an older one is ignored, a later one shows a gap.
 * @param {HallState} state
 * @param {{hall: string, revision: number, set?: Record<string, any>, remove?: string[]}} change
 * @returns {{state: HallState, gap: boolean}} the same `state` object where nothing was applied
 */
export function applyChange(state, change) {
  if (change.hall !== state.hall || change.revision <= state.revision) return { state, gap: false };
  if (change.revision !== state.revision + 1) return { state, gap: true };
  const documents = { ...state.documents, ...(change.set ?? {}) };
  for (const key of change.remove ?? []) delete documents[key];
  return { state: { hall: state.hall, revision: change.revision, documents }, gap: false };
}
