/** Kiosks, screens and printers: alive or not, since when; pairing and revoking (R59, R105). */
import { html, useEffect, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";
import { act } from "../state/act.js";
import { api, problemText, sessionLost } from "../state/api.js";
import { hallStore, tasksOf } from "../state/hall.js";
import { may as mayDo } from "../state/rights.js";
import { sessionStore } from "../state/session.js";
import { useStore } from "../state/store.js";
import { clock } from "../state/time.js";
import { beside, say } from "../state/words.js";
import { ActButton } from "../parts/act_button.js";
import { Empty, Loading, Tabs, Tag } from "../parts/small.js";
import { PrinterGroup } from "../printers/index.js";
import { FaultCard } from "../tasks/fault.js";
import { PairSheet } from "./pair.js";
import { RevokeSheet } from "./revoke.js";

const ICONS = { kiosk: "phone-screen", display: "monitor" };
const AGAIN_AFTER = 15_000;
/** How long a device takes to hear that it was paired, ms. */
const FIRST_SIGN = 3000;
const LOOK = {
  online: ["waiting", "check"],
  new: ["urgency", "clock"],
  unpaired: ["urgency", "minus"],
  silent: ["over", "triangle"],
  fault: ["over", "triangle"],
};

/** @returns {"online"|"new"|"silent"|"fault"|"unpaired"} */
export function deviceState(device) {
  if (device.paired === false) return "unpaired";
  if (device.silent) return "silent";
  if (!device.last_seen_at) return "new";
  return device.faults?.length ? "fault" : "online";
}

function useDevices() {
  const [held, setHeld] = useState({ devices: null, problem: null });
  const load = async () => {
    try {
      const { devices } = await api.get("/devices");
      setHeld({ devices, problem: null });
    } catch (problem) {
      if (!sessionLost(problem)) setHeld((before) => ({ ...before, problem }));
    }
  };
  useEffect(() => {
    load();
    const timer = setInterval(load, AGAIN_AFTER);
    return () => clearInterval(timer);
  }, []);
  return { ...held, load };
}

function DeviceRow({ device, may, onRevoke }) {
  const state = deviceState(device);
  const [kind, icon] = LOOK[state];
  const heard = device.last_seen_at;
  const sign = heard ? t("staff-device-heard", { time: clock(heard) }) : t("staff-device-never");
  return html`<li class="device-row" id=${`device-${device.code}`}>
    <span class="task-icon"><${Icon} name=${ICONS[device.kind] ?? "monitor"} size=${26} /></span>
    <div class="task-words"><h3>${say(device.names) || device.code}</h3>
      <p>${beside([device.code, say(device.place), sign])}</p></div>
    <${Tag} kind=${kind} icon=${icon}>${t(`staff-device-${state}`)}<//>
    ${may && state !== "unpaired" &&
    html`<${ActButton} guard=${`device/${device.code}`} verb="revoke" look="quiet" size="side"
      label=${t("staff-revoke")} onPress=${onRevoke} />`}
  </li>`;
}

function Group({ title, rows, empty }) {
  return html`<section class="card"><h2>${title}</h2>
    ${rows.length ? html`<ul class="device-list">${rows}</ul>` : html`<p class="second">${empty}</p>`}</section>`;
}

function Faults() {
  const faults = useStore(hallStore, (value) => tasksOf(value.documents)).faults;
  return faults.length
    ? html`<ul class="task-list">${faults.map((task) => html`<${FaultCard} key=${task.id} task=${task} />`)}</ul>`
    : html`<${Empty} text=${t("staff-faults-empty")} />`;
}

export function Devices() {
  const staff = useStore(sessionStore, (value) => value.staff);
  const may = mayDo(staff, "devices.manage");
  const [tab, setTab] = useState("devices");
  const [pairing, setPairing] = useState(false);
  const [revoking, setRevoking] = useState(null);
  const { devices, problem, load } = useDevices();
  const paired = () => {
    load();
    setTimeout(load, FIRST_SIGN); // by then the device has heard that it is admitted
  };
  const revoke = async () => {
    const { ok } = await act({
      key: `device/${revoking.code}`, verb: "revoke", run: () => api.post(`/devices/${revoking.code}/revoke`, {}),
      done: () => t("staff-revoked", { device: say(revoking.names) || revoking.code }), failed: t("staff-failed-save"),
    });
    if (!ok) return;
    setRevoking(null);
    load();
  };
  const row = (device) => html`<${DeviceRow} key=${device.code} device=${device} may=${may}
    onRevoke=${() => setRevoking(device)} />`;
  const screens = devices ?? [];
  return html`<div class="page-bar">
      <${Tabs} label=${t("staff-rail-devices")} value=${tab} onValue=${setTab}
        options=${[{ value: "devices", label: t("staff-devices-tab") }, { value: "printers", label: t("staff-devices-printers") },
          { value: "faults", label: t("staff-faults-tab") }]} />
      ${may && html`<button type="button" class="button" onClick=${() => setPairing(true)}><${Icon} name="plus"
        size=${24} />${t("staff-pair")}</button>`}
    </div>
    <div class="device-groups" role="tabpanel" id=${`panel-${tab}`} aria-labelledby=${`tab-${tab}`}>
      ${tab === "faults" ? html`<${Faults} />`
        : tab === "printers" ? html`<${PrinterGroup} />`
        : devices === null && !problem ? html`<${Loading} text=${t("staff-loading-devices")} rows=${4} />`
        : devices === null ? html`<${Empty} icon="wifi-off" text=${t("staff-devices-failed")}
          detail=${problemText(problem)}>
            <button type="button" class="button button-secondary" onClick=${load}>${t("staff-try-again")}</button><//>`
        : html`<${Group} title=${t("staff-devices-screens")} rows=${screens.map(row)}
          empty=${t("staff-devices-empty")} />`}
    </div>
    ${pairing && html`<${PairSheet} devices=${screens} onClose=${() => setPairing(false)} onPaired=${paired} />`}
    ${revoking && html`<${RevokeSheet} device=${revoking} onClose=${() => setRevoking(null)} onSure=${revoke} />`}`;
}
