/* sequences.h - which key an escape sequence is. Pure.
 *
 * Terminals do not agree: "Home" is ESC [ H, ESC O H, ESC [ 1 ~ or ESC [ 7 ~. What is known here is
 * sent by xterm and those that follow it (VTE, Konsole, kitty, foot, Windows Terminal), by tmux and
 * screen, by the consoles of Linux and FreeBSD, by rxvt and PuTTY. What is not known is no key. */
#pragma once

#include "home/keys/key.h"

/** So many bytes of parameters are remembered; a longer sequence is no key. */
#define OQ_SEQUENCES_MAX_BYTES 32

/**
 * oq_sequences_csi: ESC [ @parameters @last
 * @parameters: what stands between, such as "1;5", or "[" on the console of Linux; "" in most
 * @key: (out): undefined when it is none; never OQ_KEY_PASTE
 */
gboolean oq_sequences_csi(const char *parameters, char last, OqKey *key);

/** oq_sequences_ss3: the same of ESC O @parameters @last. */
gboolean oq_sequences_ss3(const char *parameters, char last, OqKey *key);

/** oq_sequences_control: of a control character, or 127; ESC among them. */
void oq_sequences_control(char byte, OqKey *key);
