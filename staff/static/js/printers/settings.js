/** How a printer is reached, chosen beside the clinic file by an administrator; and back to the file (R59). */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { act } from "../state/act.js";
import { api } from "../state/api.js";
import { clock } from "../state/time.js";
import { ActButton } from "../parts/act_button.js";
import { CheckField, ChoiceField, TextField, fieldErrors, useFirstError } from "../parts/fields.js";
import { Sheet } from "../parts/sheet.js";
import { changed, hasAddress, hasSpeed } from "./states.js";

const KINDS = ["network", "usb", "serial", "file", "queue", "virtual"];
const LANGUAGES = ["raster", "raster_qr", "gb18030", "gbk", "utf8"];
const WIDTHS = [80, 58];
const HEADS = [203, 180];
const SPEEDS = [9600, 19200, 38400, 57600, 115200];

const named = (prefix, values) => values.map((value) => ({ value, label: t(`${prefix}-${String(value).replaceAll("_", "-")}`) }));
const plain = (values, id) => values.map((value) => ({ value, label: t(id, { value: String(value) }) }));

export function SettingsSheet({ printer, name, reload, onClose, onDone }) {
  const { settings, chosen } = printer;
  const [form, setForm] = useState({ ...settings });
  const [errors, setErrors] = useState({});
  useFirstError(errors);
  const guard = `printer/${printer.code}`;
  const set = (field) => (value) => setForm((before) => ({ ...before, [field]: value, ...(field === "kind" && !hasAddress(value) ? { address: "" } : {}) }));
  const send = async (verb, path, body, done) => {
    setErrors({});
    const { ok } = await act({
      key: guard, verb, run: () => api.post(`/printers/${printer.code}/${path}`, body), done: () => done, failed: t("staff-failed-save"),
      onProblem: (problem) => {
        const found = fieldErrors(problem);
        setErrors(found);
        return Object.keys(found).length > 0;
      },
    });
    reload();
    if (ok) onDone();
  };
  const save = () => send("settings", "settings", { ...form, address: form.address.trim(), baud: hasSpeed(form.kind) ? form.baud : settings.baud },
    t("staff-printer-settings-done", { printer: name }));
  const back = () => send("file", "settings/file", {}, t("staff-printer-file-done", { printer: name }));
  const told = chosen
    ? t("staff-printer-settings-chosen", { name: chosen.by?.name ?? "", time: clock(chosen.at) }) : t("staff-printer-settings-file");
  return html`<${Sheet} title=${t("staff-printer-settings-title", { printer: name })} lead=${told} onClose=${onClose}
    foot=${html`<${ActButton} guard=${guard} verb="settings" right="printers.configure" look="primary" size="main" label=${t("staff-save")}
      reason=${changed(form, settings).length ? null : t("staff-nothing-changed")} onPress=${save} />`}>
    ${chosen && html`<${ActButton} guard=${guard} verb="file" right="printers.configure" size="line" icon="undo" label=${t("staff-printer-to-file")} onPress=${back} />`}
    <${ChoiceField} name="kind" label=${t("staff-printer-kind")} value=${form.kind} onValue=${set("kind")} error=${errors.kind}
      options=${named("staff-printer-kind", KINDS)} />
    ${hasAddress(form.kind) && html`<${TextField} name="address" label=${t(`staff-printer-address-${form.kind}`)} value=${form.address} onValue=${set("address")}
      help=${t(`staff-printer-address-${form.kind}-help`)} limit=${200} error=${errors.address} />`}
    ${hasSpeed(form.kind) && html`<${ChoiceField} name="baud" label=${t("staff-printer-speed")} value=${form.baud} onValue=${set("baud")} error=${errors.baud}
      options=${plain(SPEEDS, "staff-printer-plain")} />`}
    <${ChoiceField} name="width" label=${t("staff-printer-width")} value=${form.width} onValue=${set("width")} options=${plain(WIDTHS, "staff-printer-millimetres")} />
    <${ChoiceField} name="dpi" label=${t("staff-printer-head")} value=${form.dpi} onValue=${set("dpi")} options=${plain(HEADS, "staff-printer-dots")} />
    <${ChoiceField} name="language" label=${t("staff-printer-language")} value=${form.language} onValue=${set("language")} help=${t("staff-printer-language-help")}
      options=${named("staff-printer-language", LANGUAGES)} />
    <${CheckField} name="cut" label=${t("staff-printer-cut")} value=${form.cut} onValue=${set("cut")} />
  <//>`;
}
