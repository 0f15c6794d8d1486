// Does what the state asks for: sends requests, follows alarms, help calls and print jobs, and says what came of it.
import { ApiOffline } from "/static/house/js/api.js";

const SLOW_AFTER = 5000;
const STUCK_AFTER = 15000;
const RETRY_AFTER = 1500;
const wait = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

/** Sends until an answer comes or nobody asks any more; always the same body, hence the same request_id. */
async function sendUntilAnswered({ api, request, wanted, onOffline, onAnswer, onProblem }) {
  while (wanted()) {
    try {
      const body = await (request.body
        ? api.post(request.path, request.body, { timeout: 8000 }) : api.get(request.path, { timeout: 8000 }));
      if (wanted()) onAnswer(body);
      return;
    } catch (problem) {
      if (!(problem instanceof ApiOffline)) {
        if (wanted()) onProblem(problem);
        return;
      }
      onOffline();
      await wait(RETRY_AFTER);
    }
  }
}

const toProblem = ({ status, code, detail, fields, message, body }) => ({
  status: status ?? 500, code: code ?? "fault", detail: detail ?? message, fields: fields ?? [], offers: body?.offers ?? [],
});

export function startEffects(store, api, heard) {
  const started = new Set();
  const { send } = store;

  function main(request) {
    const wanted = () => store.get().request?.sequence === request.sequence;
    const { sequence } = request;
    const timers = [
      setTimeout(() => send("slow", { sequence, level: "slow" }), SLOW_AFTER),
      setTimeout(() => send("slow", { sequence, level: "stuck" }), STUCK_AFTER),
    ];
    sendUntilAnswered({
      api, request, wanted, onOffline: () => {},
      onAnswer: (body) => { heard.ok(); send("answer", { sequence, body }); },
      onProblem: (problem) => { heard.ok(); send("refusal", { sequence, problem: toProblem(problem) }); },
    }).finally(() => timers.forEach(clearTimeout));
  }

  function task(slot, request) {
    const { sequence } = request;
    const wanted = () => store.get()[slot]?.send?.sequence === sequence;
    const failed = (problem) => send("taskFailed", { slot, sequence, status: problem?.status ?? 0 });
    sendUntilAnswered({
      api, request, wanted, onOffline: failed,
      onAnswer: (body) => { heard.ok(); send("taskNews", { slot, sequence, body }); },
      // A refusal (a limit of calls, a fault) is tried again: nobody in danger is left with a failed message.
      onProblem: (problem) => { failed(problem); wait(4000).then(() => wanted() && task(slot, request)); },
    });
  }

  function look(state) {
    for (const [slot, request] of [["main", state.request], ["alarm", state.alarm?.send], ["help", state.help?.send]]) {
      if (!request || started.has(request.sequence)) continue;
      started.add(request.sequence);
      if (slot === "main") main(request);
      else task(slot, request);
    }
  }

  async function follow() {
    const { alarm, help, print, page } = store.get();
    const asks = [];
    if (alarm?.id && alarm.state !== "resolved" && alarm.id !== "told") asks.push(newsOf("alarm", alarm.id));
    if (help?.id && !["done", "resolved"].includes(help.state)) asks.push(newsOf("help", help.id));
    if (["ticket", "booked"].includes(page) && print?.job && !["printed", "dropped"].includes(print.state)) asks.push(printNews(print.job));
    await Promise.all(asks);
  }

  async function newsOf(slot, id) {
    const path = slot === "alarm" ? `/alarms/${id}` : `/help/${id}`;
    const news = await api.get(path).catch(() => null);
    if (news && store.get()[slot]?.id === id && store.get()[slot].state !== news.state) {
      send("taskNews", { slot, state: news.state });
    }
  }

  async function printNews(job) {
    const news = await api.get(`/print-jobs/${job}`).catch(() => null);
    const known = store.get().print;
    if (news && (news.state !== known?.state || news.moved_to !== known?.moved_to)) send("print", { job, news });
  }

  store.listen(look);
  let following = false;
  setInterval(async () => {
    if (following) return;
    following = true;
    await follow();
    following = false;
  }, 1000);
}
