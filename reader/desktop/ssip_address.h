/* ssip_address.h - where Speech Dispatcher listens. */
#pragma once

#include <gio/gio.h>

/** oq_ssip_address_find: (transfer full) (nullable): as SPEECHD_ADDRESS says, or the usual place;
 * NULL: it does not run there. It is not started by that. */
GSocketConnectable *oq_ssip_address_find(void);
