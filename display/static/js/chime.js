/** The chime before the words: two falling notes. */

export const CHIME_S = 0.9;
const NOTES = [{ hertz: 659.25, at: 0, length: 0.5 }, { hertz: 523.25, at: 0.36, length: 0.54 }];
const LOUDNESS = 0.5;
const NEARLY_SILENT = 0.0001;

/**
 * @param {BaseAudioContext} audio
 * @param {AudioNode} out
 * @param {number} start on the clock of `audio`, in seconds
 * @returns {AudioScheduledSourceNode[]} the notes, to be stopped where the call is taken back
 */
export function scheduleChime(audio, out, start) {
  return NOTES.map((note) => {
    const tone = audio.createOscillator();
    const loud = audio.createGain();
    tone.frequency.value = note.hertz;
    loud.gain.setValueAtTime(NEARLY_SILENT, start + note.at);
    loud.gain.exponentialRampToValueAtTime(LOUDNESS, start + note.at + 0.02);
    loud.gain.exponentialRampToValueAtTime(NEARLY_SILENT, start + note.at + note.length);
    tone.connect(loud).connect(out);
    tone.start(start + note.at);
    tone.stop(start + note.at + note.length);
    return tone;
  });
}
