/* conf.h - the module's own file of settings, modules/oqyrman.conf of Speech Dispatcher: what the
 * user's config.ini says goes where it says nothing.
 *
 *     # a comment
 *     Voice dauren
 *     Speed "130"
 *     Languages kk,ru,en
 */
#pragma once

#include "reading/settings.h"

/**
 * oq_conf_read:
 * @path: (nullable): a file that is not there says nothing
 * @notices: (element-type utf8): receives what is wrong in it, with its line; the rest is used
 */
void oq_conf_read(const char *path, OqSettings *settings, GPtrArray *notices);
