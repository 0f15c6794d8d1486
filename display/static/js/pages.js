/**
 * Which lines of the department table are visible. Pure. A department with more than four rooms takes further
 * lines; more lines than the table has are turned over as pages, and the line of the room that is being called
 * stays in sight on every page.
 */

/** A page of the table stays this long, in milliseconds. */
export const PAGE_MS = 12_000;
export const ROOMS_A_LINE = 4;

/**
 * @template R
 * @param {Array<{code: string, rooms: R[]}>} departments in order
 * @param {number} [width] rooms that fit beside each other
 * @returns {Array<{key: string, department: object, rooms: R[], first: boolean}>}
 */
export function tableLines(departments, width = ROOMS_A_LINE) {
  return departments.flatMap((department) => {
    const count = Math.max(1, Math.ceil(department.rooms.length / width));
    return Array.from({ length: count }, (_, index) => ({
      key: `${department.code}/${index}`,
      department,
      rooms: department.rooms.slice(index * width, (index + 1) * width),
      first: index === 0,
    }));
  });
}

/** @param {Array<{department: {code: string}, rooms: Array<{code: string}>, first: boolean}>} lines
 * @param {{department: string, room: string} | null} call @returns {number} the called line, -1 where none */
export function calledLine(lines, call) {
  if (!call) return -1;
  const byRoom = lines.findIndex((line) => line.rooms.some((room) => room.code === call.room));
  if (byRoom !== -1) return byRoom;
  return lines.findIndex((line) => line.first && line.department.code === call.department);
}

/**
 * @template T
 * @param {T[]} lines
 * @param {number} turn how many times the page has been turned
 * @param {number} pinned index of the line that must be in sight, -1 for none
 * @param {number} size lines that fit
 * @returns {{lines: T[], page: number, pages: number}} page counts from 0
 */
export function visiblePage(lines, turn, pinned, size) {
  if (lines.length <= size) return { lines, page: 0, pages: 1 };
  const indexes = lines.map((_, index) => index);
  const pages = Math.ceil(lines.length / size);
  const height = Math.ceil(lines.length / pages);
  const page = turn % pages;
  const shown = indexes.slice(page * height, (page + 1) * height);
  if (pinned >= 0 && !shown.includes(pinned)) {
    // The called line takes a free place, else that of the neighbour nearest to it.
    if (shown.length >= size) shown.splice(pinned < shown[0] ? 0 : shown.length - 1, 1);
    shown.push(pinned);
    shown.sort((a, b) => a - b);
  }
  return { lines: shown.map((index) => lines[index]), page, pages };
}
