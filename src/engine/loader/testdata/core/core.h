#define SEC(n) __attribute__((section(n), used))
typedef unsigned int u32; typedef unsigned long long u64; typedef unsigned short u16; typedef unsigned char u8; typedef int s32;
#define PAI __attribute__((preserve_access_index))
#define FIELD(f, kind) __builtin_preserve_field_info(f, kind)
char _license[] SEC("license") = "GPL";
static long (*bpf_probe_read_kernel)(void *dst, u32 size, const void *p) = (void *)113;
static void *(*bpf_get_current_task)(void) = (void *)35;
