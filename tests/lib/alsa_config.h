/* alsa_config.h - what ALSA knows, for tests without a sound server. */
#pragma once

#include <glib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* PortAudio wants a "default" among ALSA's devices, though it need not work, as ALSA complains. */
#define ALSA_NO_DEFAULT "pcm.!default { type hw card 9 hint { show on description none } }\n"

/* Devices that take everything and are nowhere. */
#define ALSA_TWO_DEVICES                                                                           \
	ALSA_NO_DEFAULT                                                                            \
	"pcm.kitchen { type null hint { show on description one } }\n"                             \
	"pcm.Kitchenette { type null hint { show on description two } }\n"

/* One that takes everything, and is all there is. */
#define ALSA_DEFAULT_ONLY "pcm.!default { type null hint { show on description one } }\n"

/* None that is called "default", against which PortAudio asserts. */
#define ALSA_NO_NAMED_DEFAULT "pcm.kitchen { type null hint { show on description one } }\n"

/* One that writes what it takes into a file, whose name is to be printed into it. */
#define ALSA_FILE                                                                                  \
	"pcm.nowhere { type null }\n"                                                              \
	"pcm.kitchen { type file slave.pcm nowhere file \"%s\" format raw"                         \
	" hint { show on description one } }\n" ALSA_NO_DEFAULT

typedef struct {
	char *path;
} AlsaConfig;

static inline void
alsa_config_set_up(AlsaConfig *config, gconstpointer text)
{
	int fd = g_file_open_tmp("oqyrman-XXXXXX", &config->path, NULL);
	g_assert_cmpint(fd, >=, 0);
	close(fd);
	g_assert_true(g_file_set_contents(config->path, text, -1, NULL));
	g_setenv("ALSA_CONFIG_PATH", config->path, TRUE);
}

static inline void
alsa_config_tear_down(AlsaConfig *config, gconstpointer text)
{
	(void)text;
	g_unlink(config->path);
	g_free(config->path);
}
