# Functions with types that the kernel refuses, or believes: their tags, their numbers of arguments, their callers.
.struct pair { a: u64; b: u64 }
.struct opaque
.struct bpf_dynptr { __opaque: u64[2] }
.map values type=array key=u32 value=pair max_entries=2
.map hashed type=hash key=u32 value=pair max_entries=2

.program six section=tc
    r1 = 1; r2 = 2; r3 = 3; r4 = 4; r5 = 5
    call takes_six
    exit
.function takes_six args=a:u64 b:u64 c:u64 d:u64 e:u64 f:u64 linkage=global
    r0 = r1
    exit

.program nothing section=tc
    call gives_nothing
    r0 = 0
    exit
.function gives_nothing args=a:u64 returns=void linkage=global
    r0 = 0
    exit

.program pointer section=tc
    r1 = 1
    call gives_pointer
    r0 = 0
    exit
.function gives_pointer args=a:u64 returns=*u64 linkage=global
    r0 = 0
    exit

.program static_tag section=tc
    r1 = r10
    r1 += -16
    call tagged_static
    r0 = 0
    exit
.function tagged_static args=p:*pair __arg_nonnull
    r0 = 0
    exit

.program odd_tag section=tc
    r1 = r10
    r1 += -16
    call tagged_odd
    r0 = 0
    exit
.function tagged_odd args=p:*pair __decl_tag("arg:odd") linkage=global
    r0 = 0
    exit

.program two_tags section=tc
    call tagged_twice
    r0 = 0
    exit
.function tagged_twice args=p:*__sk_buff __arg_ctx __arg_nonnull linkage=global
    r0 = 0
    exit

.program untrusted_tags section=tc
    call tagged_untrusted
    r0 = 0
    exit
.function tagged_untrusted args=p:*u64 __arg_untrusted __arg_nonnull linkage=global
    r0 = 0
    exit

.program arena_tags section=tc
    call tagged_arena
    r0 = 0
    exit
.function tagged_arena args=p:*u64 __arg_arena __arg_nonnull linkage=global
    r0 = 0
    exit

.program arena_number section=tc
    r1 = 5
    call takes_arena
    r1 = r10
    call takes_arena
    r0 = 0
    exit
.function takes_arena args=p:*u64 __arg_arena linkage=global
    r0 = 0
    exit

.program tagged_number section=tc
    r1 = 5
    call takes_tagged_number
    r0 = 0
    exit
.function takes_tagged_number args=p:u64 __arg_nonnull linkage=global
    r0 = 0
    exit

.program by_value section=tc
    r1 = 5
    call takes_struct
    r0 = 0
    exit
.function takes_struct args=p:pair linkage=global
    r0 = 0
    exit

.program no_match section=tc
    r1 = 0
    call takes_trusted
    r0 = 0
    exit
.function takes_trusted args=p:*opaque __arg_trusted __arg_nullable linkage=global
    r0 = 0
    exit

.program unsized section=tc
    r1 = 0
    call takes_unsized
    r0 = 0
    exit
.function takes_unsized args=p:*opaque linkage=global
    r0 = 0
    exit

.program nameless_context section=tc
    call takes_nameless
    r0 = 0
    exit
.function takes_nameless args=p:**u64 __arg_ctx linkage=global
    r0 = 0
    exit

.program void_context section="tracepoint/x/y"
    call takes_pair_context
    r0 = 0
    exit
.program wrong_context section=xdp
    call takes_pair_context
    r0 = 0
    exit
.program raw_context section="raw_tp/x"
    call takes_pair_context
    r0 = 0
    exit
.function takes_pair_context args=p:*pair __arg_ctx linkage=global
    r0 = 0
    exit

.program not_context section=tc
    r1 = r10
    r1 += -8
    call takes_context
    r0 = 0
    exit
.function takes_context args=c:*__sk_buff linkage=global
    r0 = *(u32 *)(r1 + 0)
    exit

.program not_null section=tc
    r1 = 0
    call takes_nonnull
    r0 = 0
    exit
.program perhaps_null section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = hashed ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    r1 = r0
    call takes_nonnull
    r0 = 0
    exit
.function takes_nonnull args=p:*pair __arg_nonnull linkage=global
    r0 = *(u64 *)(r1 + 0)
    exit

.program not_dynptr section=tc
    r1 = r10
    r1 += -16
    call takes_dynptr
    r0 = 0
    exit
.function takes_dynptr args=p:*bpf_dynptr linkage=global
    r2 = 0
    r3 = 8
    call bpf_dynptr_data
    r0 = 0
    exit

.program untrusted_number section=tc
    r1 = 7
    call reads_untrusted
    r0 = 0
    exit
.function reads_untrusted args=p:*u64 __arg_untrusted linkage=global
    r0 = *(u64 *)(r1 + 0)
    *(u64 *)(r1 + 0) = r0
    exit

.program returns_pointer section=tc
    call gives_frame
    exit
.function gives_frame args=a:u64 linkage=global
    r0 = r10
    exit

.program abs_without_int section=tc
    r6 = r1
    call reads_packet
    r0 = 0
    exit
.function reads_packet args=c:*__sk_buff returns=*u64
    r6 = r1
    r0 = *(u16 *)skb[12]
    exit

.map jumps type=prog_array key_size=4 value_size=4 max_entries=2
.program tail_without_int section=tc
    call jumps_away
    r0 = 0
    exit
.function jumps_away args=c:*__sk_buff returns=*u64
    r2 = jumps ll
    r3 = 0
    call bpf_tail_call
    r0 = 0
    exit

.program locked_call section=tc
    *(u32 *)(r10 - 4) = 0
    r1 = locks ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto out
    r6 = r0
    r1 = r0
    call bpf_spin_lock
    r1 = 0
    call takes_number
    r1 = r6
    call bpf_spin_unlock
out:
    r0 = 0
    exit
.function takes_number args=a:u64 linkage=global
    r0 = r1
    exit
.struct locked { lock: bpf_spin_lock; n: u32 }
.map locks type=array key=u32 value=locked max_entries=1
