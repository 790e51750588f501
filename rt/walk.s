# walk
.license "GPL"
.struct seen { n: u32; tag: u32[1024] }
.struct key { b: char[16] }
.map out type=array key=u32 value=seen max_entries=1
.map m type=hash key_size=16 value_size=4 max_entries=8 flags=64
.map in type=array key=u32 value=key max_entries=1

.function each args=map:*void key:*void tag:*u32 ctx:*void returns=s64
    # static long each(void *map, void *key, __u32 *tag, void *ctx)
    r6 = r3
    r1 = 0
    # __u32 zero = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct seen *s = bpf_map_lookup_elem(&out, &zero);
    r1 = out ll
    call bpf_map_lookup_elem
    # if (s && s->n < 1024) {
    if r0 == 0 goto .Leach_19
    # if (s && s->n < 1024) {
    w1 = *(u32 *)(r0 + 0)
    # if (s && s->n < 1024) {
    if r1 > 1023 goto .Leach_19
    # s->tag[s->n & 1023] = *tag;
    r2 = r1
    r2 <<= 2
    # s->tag[s->n & 1023] = *tag;
    r3 = r0
    r3 += r2
    # s->tag[s->n & 1023] = *tag;
    w2 = *(u32 *)(r6 + 0)
    # s->tag[s->n & 1023] = *tag;
    *(u32 *)(r3 + 4) = w2
    # s->n++;
    r1 += 1
    *(u32 *)(r0 + 0) = w1
.Leach_19:
    # return 0;
    r0 = 0
    exit

.program walk section="syscall"
    # SEC("syscall") int walk(void *ctx)
    r6 = 0
    # __u32 zero = 0;
    *(u32 *)(r10 - 4) = w6
    r2 = r10
    r2 += -4
    # s = bpf_map_lookup_elem(&out, &zero);
    r1 = out ll
    call bpf_map_lookup_elem
    r1 = r0
    r0 = 0xffffffff ll
    # if (!s)
    if r1 == 0 goto .Lwalk_19
    # s->n = 0;
    *(u32 *)(r1 + 0) = w6
    # return bpf_for_each_map_elem(&m, each, 0, 0);
    r1 = m ll
    r2 = each ll
    r3 = 0
    r4 = 0
    call bpf_for_each_map_elem
.Lwalk_19:
    # }
    exit

.program touch section="syscall"
    # SEC("syscall") int touch(void *ctx)
    r1 = 0
    # __u32 zero = 0;
    *(u32 *)(r10 - 4) = w1
    r2 = r10
    r2 += -4
    # struct key *k = bpf_map_lookup_elem(&in, &zero);
    r1 = in ll
    call bpf_map_lookup_elem
    r2 = r0
    r0 = 0xffffffff ll
    # if (!k)
    if r2 == 0 goto .Ltouch_18
    # return bpf_map_lookup_elem(&m, k) != 0;
    r1 = m ll
    call bpf_map_lookup_elem
    r1 = r0
    r0 = 1
    # return bpf_map_lookup_elem(&m, k) != 0;
    if r1 != 0 goto .Ltouch_18
    r0 = 0
.Ltouch_18:
    # }
    exit
