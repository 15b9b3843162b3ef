/* locale.h - the language of the messages. */
#pragma once

/** oq_locale_choose: as the environment says; once, before the first thread. */
void oq_locale_choose(void);
