# parallel.sh [TEXTS] - so many texts (40) are rendered by GNU parallel over ssh, as INSTALL.md tells, on two
# hosts, which are network namespaces with an ssh server each; the cable of one of them is pulled out for
# some seconds meanwhile. Each text becomes what it becomes here. For root.
# machines.sh says what else has to be known.
set -eu

n_texts=${1:-40}
desk=oqd$$ hosts="oqa$$ oqb$$"
servers=
made=

clean_up() {
  [ -z "$servers" ] || kill $servers 2>/dev/null || :
  for space in $desk $hosts; do ip netns del "$space" 2>/dev/null || :; done
  [ -z "$made" ] || rmdir /run/sshd 2>/dev/null || :
}
. "$(dirname -- "$0")/machines.sh"
mkdir "$work/home" "$work/texts" "$work/here" "$work/remote"
export HOME="$work/home"

# ---- two hosts, each on a cable of its own ----

ssh-keygen -q -t ed25519 -N '' -f "$work/key"
cp "$work/key.pub" "$work/keys"
[ -d /run/sshd ] || { mkdir /run/sshd && made=yes; }
ip netns add "$desk"
n=0
for host in $hosts; do
  n=$((n + 1))
  ip netns add "$host"
  ip link add "oqc$n" netns "$desk" type veth peer name eth netns "$host"
  ip -n "$desk" addr add "10.9.$n.1/24" dev "oqc$n"
  ip -n "$host" addr add "10.9.$n.2/24" dev eth
  ip -n "$desk" link set "oqc$n" up
  ip -n "$host" link set eth up
  ssh-keygen -q -t ed25519 -N '' -f "$work/host$n"
  cat >"$work/sshd$n" <<EOF
Port 2222
ListenAddress 10.9.$n.2
HostKey $work/host$n
PidFile none
AuthorizedKeysFile $work/keys
StrictModes no
UsePAM no
PasswordAuthentication no
PermitRootLogin prohibit-password
MaxStartups 100
SetEnv PATH=$PATH LSAN_OPTIONS=${LSAN_OPTIONS:-} XDG_CONFIG_HOME=$XDG_CONFIG_HOME OQ_HOST=studio$n
EOF
  ip netns exec "$host" "$(command -v sshd || echo /usr/sbin/sshd)" -D -f "$work/sshd$n" -E "$work/log$n" &
  servers="$servers $!"
  cat >>"$work/ssh" <<EOF
Host studio$n
  HostName 10.9.$n.2
EOF
done
cat >>"$work/ssh" <<EOF
Host *
  Port 2222
  User root
  IdentityFile $work/key
  UserKnownHostsFile $work/known
  StrictHostKeyChecking accept-new
  ServerAliveInterval 1
  ServerAliveCountMax 2
  ConnectTimeout 2
  LogLevel ERROR
EOF
knows() {
  ip netns exec "$desk" ssh -F "$work/ssh" "$1" true 2>/dev/null
}
until_true knows studio1
until_true knows studio2

# ---- the texts, and what becomes of them here ----

cd "$work/texts"
write_texts "$n_texts" мәтін "$work/here"

# ---- and there ----

some_are_back() {
  [ "$(find "$work/texts" -name '*.flac' | wc -l)" -gt 2 ]
}
pull_out() {
  until_true some_are_back
  ip -n "$desk" link set oqc2 down
  sleep 5 # longer than ssh waits, so that texts are on their way meanwhile
  ip -n "$desk" link set oqc2 up
}
pull_out &
puller=$!
export RSYNC_OLD_ARGS=1 # names with blanks
export PARALLEL_SSH="ssh -F $work/ssh"
status=0
ip netns exec "$desk" timeout 500 parallel --will-cite -S 2/studio1,2/studio2 --sshdelay .1 --retries 5 \
  --joblog "$work/jobs" --workdir "$work/remote" --transferfile {} --return {.}.flac --cleanup \
  oqyrman render --jobs 1 --quiet {} -o {.}.flac ::: *.txt 2>"$work/said" || status=$?
wait "$puller"
[ "$status" -eq 0 ] || fail "parallel: status $status: $(cat "$work/said")"
for text in *.txt; do
  cmp "${text%.txt}.flac" "$work/here/${text%.txt}.flac" >&2 || fail "$text has become something else"
done
[ "$(find . -type f | wc -l)" -eq $((2 * n_texts)) ] || fail "more is there: $(ls -A)"
left=$(find "$work/remote" -type f) # of two texts at most: those of the host that could not be reached
[ "$(printf '%s' "$left" | grep -c .)" -le 4 ] || fail "this was left on the hosts: $left"
awk -v n="$n_texts" 'NR > 1 && $7 == 0 { by[$2]++; all++ }
  END { for (host in by) print by[host], "texts by", host; exit all != n || length(by) != 2 }' "$work/jobs" ||
  fail "not by both: $(cat "$work/jobs")"
