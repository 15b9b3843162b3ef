# slurm.sh [TEXTS] - so many texts (40) are rendered as an array of Slurm, as INSTALL.md tells, by two nodes,
# which are daemons on this machine; one is drained in the middle, and later killed. Each text becomes what it
# becomes by itself, and nothing else is there. For root; machines.sh says what else has to be known.
set -eu

n_texts=${1:-40}
controller= first= second= keeper=

clean_up() {
  [ -z "$controller" ] || scancel --user=root 2>/dev/null || :
  for one in $controller $first $second $keeper; do kill "$one" 2>/dev/null || :; done
  for one in $controller $first $second $keeper; do wait "$one" 2>/dev/null || :; done
}
. "$(dirname -- "$0")/machines.sh"
mkdir "$work/state" "$work/spool" "$work/munge" "$work/run" "$work/log" "$work/air" "$work/alone"

# ---- the daemons ----

dd if=/dev/urandom of="$work/munge/key" bs=1 count=1024 2>/dev/null
chown munge: "$work/munge" "$work/munge/key" "$work/run" "$work/log"
chmod 700 "$work/munge"
chmod 400 "$work/munge/key"
setpriv --reuid=munge --regid=munge --init-groups "$(command -v munged || echo /usr/sbin/munged)" -F \
  -S "$work/run/socket" --key-file="$work/munge/key" --log-file="$work/log/munge" \
  --pid-file="$work/run/pid" --seed-file="$work/munge/seed" 2>/dev/null &
keeper=$!
until_true [ -S "$work/run/socket" ]
host=$(hostname -s)
cat >"$work/slurm.conf" <<EOF
ClusterName=studio
SlurmctldHost=$host(127.0.0.1)
AuthType=auth/munge
AuthInfo=socket=$work/run/socket
CredType=cred/munge
SlurmUser=root
SlurmctldPidFile=$work/controller.pid
SlurmdPidFile=$work/%n.pid
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool/%n
SlurmctldLogFile=$work/controller.log
SlurmdLogFile=$work/%n.log
SlurmctldPort=16817
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
SlurmdTimeout=20
JobRequeue=1
MpiDefault=none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SchedulerParameters=sched_interval=1
NodeName=n[1-2] NodeHostname=$host NodeAddr=127.0.0.1 Port=[16818-16819] CPUs=2 State=UNKNOWN
PartitionName=studio Nodes=n[1-2] Default=YES State=UP MaxTime=30
EOF
export SLURM_CONF="$work/slurm.conf"
# start_node NAME
start_node() {
  mkdir -p "$work/spool/$1"
  slurmd -D -N "$1" >/dev/null 2>&1 &
}
slurmctld -D >/dev/null 2>&1 &
controller=$!
start_node n1
first=$!
start_node n2
second=$!
# are STATE NODE...
is_state() {
  [ "$(sinfo -h -n "$2" -o %T 2>/dev/null)" = "$1" ]
}
until_true is_state idle n1
until_true is_state idle n2

# ---- the texts, and what becomes of each by itself ----

cd "$work"
write_texts "$n_texts" text alone
ls -- *.txt >texts.list

# ---- the array ----

cat >job.sh <<'EOF'
#!/bin/sh
#SBATCH --requeue
text=$(sed -n "${SLURM_ARRAY_TASK_ID}p" texts.list)
exec oqyrman render --jobs 1 --quiet --resume --format flac "$text" -o air/
EOF
n_done() {
  find air -name '*.flac' | wc -l
}
# more_than N
more_than() {
  [ "$(n_done)" -gt "$1" ]
}
runs_nothing() {
  [ -z "$(squeue -h -t R,CG -w "$1" -o %i)" ]
}
is_through() {
  [ -z "$(squeue -h -o %i)" ]
}
sbatch --array="1-$n_texts" --output="$work/log/%a" job.sh >/dev/null
until_true more_than $((n_texts / 8))
scontrol update nodename=n2 state=drain reason=test
until_true runs_nothing n2
before=$(n_done)
[ "$before" -lt "$n_texts" ] || fail 'all was done before the node was drained'
until_true more_than $((before + n_texts / 8))
echo "n2 drained with $before of $n_texts done; meanwhile n1 did $(($(n_done) - before))"
scontrol update nodename=n2 state=resume
until_true more_than $((before + n_texts / 4))
kill -KILL "$first" # the daemon; what it has started goes on
wait "$first" 2>/dev/null || :
start_node n1
first=$!
until_true is_through
for text in *.txt; do
  name=${text%.txt}.flac
  cmp "air/$name" "alone/$name" >&2 || fail "$text: $(cat log/*)"
done
[ "$(ls -A air | wc -l)" -eq "$n_texts" ] || fail "more is there: $(ls -A air)"
[ -z "$(cat log/[0-9]*)" ] || fail "this was said: $(cat log/[0-9]*)"
echo "$n_texts texts, each as by itself"
