/** So many days a question to another party rests between reminders, and before the first. */
export const reminderDays = 7;
