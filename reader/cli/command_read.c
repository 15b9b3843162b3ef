/* command_read.c - oqyrman read: files aloud. */
#include "cli/resources.h"
#include "cli/speak.h"

gboolean
oq_command_read(const OqCall *call, GError **error)
{
	return oq_speak_files(call, oq_resources_player, FALSE, error);
}
