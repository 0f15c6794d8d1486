/** Listens to the tasks, makes the sounds and tells screen readers of a red flag; draws nothing that is seen. */
import { html, useEffect, useRef } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { hallStore, tasksOf } from "../state/hall.js";
import { ringAlarms, ringApology } from "../state/sound.js";
import { useStore } from "../state/store.js";
import { say } from "../state/words.js";

export function TaskSounds() {
  const documents = useStore(hallStore, (value) => value.documents);
  const tasks = tasksOf(documents);
  const known = useRef(null);
  const alarms = tasks.alarms.filter((task) => task.state !== "claimed");
  const openAlarms = alarms.length > 0;
  const rounds = tasks.apologies.filter((task) => task.state === "open").map((task) => `${task.id}/${task.round}`).join(",");
  const crowd = documents["staff/crowd"]?.alert;
  const full = crowd && !crowd.measure ? `crowd/${crowd.id}` : "";
  const rings = [rounds, full].filter(Boolean).join(",");
  useEffect(() => {
    ringAlarms(openAlarms);
    return () => ringAlarms(false);
  }, [openAlarms]);
  useEffect(() => {
    const now = new Set(rings ? rings.split(",") : []);
    // What already stood when the page was opened is seen, not heard.
    if (known.current && [...now].some((round) => !known.current.has(round))) ringApology();
    known.current = now;
  }, [rings]);
  return html`<p class="visually-hidden" role="alert">
    ${alarms.map((task) => [t("staff-alarm-title"), task.number, say(task.place)].filter(Boolean).join(" ")).join(" ")}
  </p>`;
}
