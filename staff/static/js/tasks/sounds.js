/** Listens to the tasks and makes the sounds; draws nothing. */
import { useEffect, useRef } from "/static/vendor/htm-preact.js";
import { hallStore, tasksOf } from "../state/hall.js";
import { ringAlarms, ringApology } from "../state/sound.js";
import { useStore } from "../state/store.js";

export function TaskSounds() {
  const documents = useStore(hallStore, (value) => value.documents);
  const tasks = tasksOf(documents);
  const known = useRef(null);
  const openAlarms = tasks.alarms.some((task) => task.state !== "claimed");
  const rounds = tasks.apologies.filter((task) => task.state === "open").map((task) => `${task.id}/${task.round}`).join(",");
  useEffect(() => {
    ringAlarms(openAlarms);
    return () => ringAlarms(false);
  }, [openAlarms]);
  useEffect(() => {
    const now = new Set(rounds ? rounds.split(",") : []);
    // What already stood when the page was opened is seen, not heard.
    if (known.current && [...now].some((round) => !known.current.has(round))) ringApology();
    known.current = now;
  }, [rounds]);
  return null;
}
