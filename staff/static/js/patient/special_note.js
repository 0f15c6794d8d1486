/** The words of a ticket's special condition (R7); "" where there are none, or only the flag is known. */
export const specialNote = (ticket) => ticket.special_note ?? (typeof ticket.special === "string" ? ticket.special : "");
