/* claim.h - a text that was taken out of the watched folder, and whoever has it.
 *
 * A claim is a folder of its own in FOLDER/.oqyrman-work, with the text under its name and a lock,
 * which the system frees however its holder ends. Of several programs that want the same text one
 * gets it, and a text whose holder is gone is anybody's. Not thread-safe.
 */
#pragma once

#include <glib.h>

/** OQ_CLAIM_WORK: the folder of the claims, in the watched one. */
#define OQ_CLAIM_WORK ".oqyrman-work"

/** OqClaim: read only. */
typedef struct {
	char *id;      /* its folder's name, unlike that of all others */
	char *watched; /* the folder that the text was put into */
	char *folder;
	char *name; /* the text's; NULL: it is done, and only the folder is left */
	int lock;
} OqClaim;

/**
 * oq_claim_take: takes a text out of the folder.
 *
 * Returns: (transfer full): NULL without an error: another one was faster, or it is still written
 *   to; NULL and OQ_BESIDE_ERROR_FILE
 */
OqClaim *oq_claim_take(const char *watched, const char *name, GError **error);

/** oq_claim_adopt: (transfer full) (element-type OqClaim): claims whose holders are gone, not more
 * than @n_most of them. */
GPtrArray *oq_claim_adopt(const char *watched, guint n_most);

/** oq_claim_path: (transfer full): of a file in the claim's folder. */
char *oq_claim_path(const OqClaim *claim, const char *name);

/** oq_claim_put_back: gives the text back to the watched folder, as if it had just been put in. */
void oq_claim_put_back(OqClaim *claim);

/** oq_claim_free: lets go of it. Without its text it is removed, with it it is anybody's. */
void oq_claim_free(OqClaim *claim);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqClaim, oq_claim_free)

/** oq_claim_is_there: FALSE once somebody has removed the folder with all that is in it. */
gboolean oq_claim_is_there(const OqClaim *claim);

/** oq_claim_exists: somebody has a claim of that id. */
gboolean oq_claim_exists(const char *watched, const char *id);
