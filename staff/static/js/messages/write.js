/** Writing a message: a prepared sentence, a few words of one's own, or both (R44). */
import { html, useRef, useState } from "/static/vendor/htm-preact.js";
import { newRequestId } from "/static/house/js/api.js";
import { t } from "/static/house/js/language.js";
import { act } from "../state/act.js";
import { api } from "../state/api.js";
import { hallStore, roomsOf } from "../state/hall.js";
import { useStore } from "../state/store.js";
import { beside, say } from "../state/words.js";
import { ActButton } from "../parts/act_button.js";
import { ChoiceField, TextField, fieldErrors, useFirstError } from "../parts/fields.js";
import { Sheet } from "../parts/sheet.js";
import { LONGEST_TEXT, SENTENCES } from "./state.js";

const doctorOf = (room) => say(room.doctor?.names ?? room.doctor?.name);

function RoomField({ rooms, value, onValue }) {
  return html`<${ChoiceField} name="room" label=${t("staff-message-which-room")} value=${value} onValue=${onValue}
    help=${rooms.length ? null : t("staff-message-no-rooms")}
    options=${rooms.map((room) => ({ value: room.code, label: say(room.names), detail: doctorOf(room) }))} />`;
}

/**
 * @param {{towards: "room"|"desk", room?: string|null, department?: string, ticket?: {id: string, number: string},
 *          onClose: () => void}} props without `room` it is chosen among those of `department`, or all
 */
export function WriteMessage({ towards, room: given = null, department, ticket, onClose }) {
  const documents = useStore(hallStore, (value) => value.documents);
  const [room, setRoom] = useState(given);
  const [sentence, setSentence] = useState(null);
  const [text, setText] = useState("");
  const [errors, setErrors] = useState({});
  const request = useRef(newRequestId());
  useFirstError(errors);
  const rooms = roomsOf(documents).filter(
    (one) => one.doctor && one.state !== "closed" && (!department || one.department === department),
  );
  const target = documents[`room/${room}`];
  const send = async () => {
    const { ok } = await act({
      key: "message/new",
      verb: "send",
      run: () => api.post("/messages", {
        request_id: request.current, room, towards, sentence, text: text.trim() || null, ticket: ticket?.id ?? null,
      }),
      done: () => t(towards === "room" ? "staff-message-sent-room" : "staff-message-sent-desk", { room: say(target?.names) }),
      icon: "send",
      failed: t("staff-message-failed"),
      onProblem: (problem) => {
        setErrors(fieldErrors(problem));
        return Boolean(problem.fields?.length);
      },
    });
    if (ok) onClose();
  };
  const lacking = !room ? t("staff-message-choose-room") : !sentence && !text.trim() ? t("staff-message-empty") : null;
  const title = towards === "desk" ? t("staff-message-write-desk")
    : given ? t("staff-message-write-to", { room: say(target?.names) }) : t("staff-message-write-room");
  return html`<${Sheet} title=${title} onClose=${onClose}
    lead=${beside([t("staff-message-lead"), ticket && t("staff-message-about", { number: ticket.number })])}
    foot=${html`<${ActButton} guard="message/new" verb="send" look="primary" size="main" icon="send"
      label=${t("staff-message-send")} reason=${lacking} onPress=${send} />`}>
    ${towards === "room" && !given && html`<${RoomField} rooms=${rooms} value=${room} onValue=${setRoom} />`}
    <${ChoiceField} name="sentence" label=${t("staff-message-sentence")} value=${sentence} error=${errors.sentence}
      onValue=${(code) => setSentence(code === sentence ? null : code)}
      options=${SENTENCES[towards].map((code) => ({ value: code, label: t(`message-${code.replaceAll("_", "-")}`) }))} />
    <${TextField} name="text" label=${t("staff-message-text")} value=${text} onValue=${setText} limit=${LONGEST_TEXT}
      error=${errors.text} help=${t("staff-message-text-help")} />
  <//>`;
}
