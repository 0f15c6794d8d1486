/** The house's parts as preact components. Each file under parts/ holds one idea. */
export { h, html, render, Component, createContext, useCallback, useContext, useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from "/static/vendor/htm-preact.js";
export { Icon, Mark, LetterTile } from "./parts/icon.js";
export { Plate, splitNumber, spokenNumber } from "./parts/plate.js";
export { Button, Chip, Choice, Segmented } from "./parts/button.js";
export { Badge } from "./parts/badge.js";
export { Age, Clock, Running, useNow } from "./parts/time.js";
export { Toasts, dismissToast, showToast } from "./parts/toast.js";
export { Sheet } from "./parts/sheet.js";
export { Field } from "./parts/field.js";
export { useLanguage } from "./parts/language-hook.js";
