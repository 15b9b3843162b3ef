/* absence.h - why no sound server is found, as far as the environment tells: the program was not
 * started from the session whose server it is, but by cron, sudo or a service. */
#pragma once

/** oq_absence_cure: (transfer full) (nullable): the cause and what to do about it, as the end of a
 * message; NULL: it is not in the environment. */
char *oq_absence_cure(void);
