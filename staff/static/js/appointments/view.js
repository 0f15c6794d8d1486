/** What the page of appointments shows: which list, which day, whose. Kept while other pages are looked at. */
import { createStore } from "../state/store.js";

/** day null: today, also when midnight has passed. */
export const viewStore = createStore({ list: "day", day: null, department: null, doctor: null, week: null });
