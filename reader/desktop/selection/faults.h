/* faults.h - why there is no selected text, in the user's language, with the cure. */
#pragma once

#include "desktop/selection/selection.h"

#include <sys/types.h>

/** oq_fault_nothing: nothing is selected. */
GError *oq_fault_nothing(OqSelectionWanted wanted);

/** oq_fault_late: @process: who does not answer; 0: not known */
GError *oq_fault_late(pid_t process);

/** oq_fault_ended: the program whose text it was has ended. */
GError *oq_fault_ended(void);

/** oq_fault_display: @is_frozen: it was there, and does not answer; otherwise it cannot be reached.
 * @name: the value of @variable */
GError *oq_fault_display(const char *variable, gboolean is_frozen);

/** oq_fault_display_gone: in the midst of the work. */
GError *oq_fault_display_gone(void);

/** oq_fault_no_display: there is no desktop here at all. */
GError *oq_fault_no_display(void);

/** oq_fault_no_data_control: Wayland's compositor lets no program know what is selected elsewhere.
 */
GError *oq_fault_no_data_control(void);

/** oq_fault_protected: a password. */
GError *oq_fault_protected(void);

/** oq_fault_no_focus: accessibility knows of no object that has the focus. */
GError *oq_fault_no_focus(void);

/** oq_fault_not_built: the program was built without what the display takes. */
GError *oq_fault_not_built(void);
