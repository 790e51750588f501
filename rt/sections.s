# sections
.license "GPL"

.program s_tc section="tc" args=ctx:*void
    # P(s_tc, "tc", 0)
    r0 = 0
    exit

.program s_classifier section="classifier" args=ctx:*void
    # P(s_classifier, "classifier", 0)
    r0 = 0
    exit

.program s_action section="action" args=ctx:*void
    # P(s_action, "action", 0)
    r0 = 0
    exit

.program s_xdp section="xdp" args=ctx:*void
    # P(s_xdp, "xdp", 2)
    r0 = 2
    exit

.program s_xdp_frags section="xdp.frags" args=ctx:*void
    # P(s_xdp_frags, "xdp.frags", 2)
    r0 = 2
    exit

.program s_xdp_devmap section="xdp/devmap" args=ctx:*void
    # P(s_xdp_devmap, "xdp/devmap", 2)
    r0 = 2
    exit

.program s_xdp_cpumap section="xdp/cpumap" args=ctx:*void
    # P(s_xdp_cpumap, "xdp/cpumap", 2)
    r0 = 2
    exit

.program s_socket section="socket" args=ctx:*void
    # P(s_socket, "socket", 0)
    r0 = 0
    exit

.program s_cgroup_skb section="cgroup/skb" args=ctx:*void
    # P(s_cgroup_skb, "cgroup/skb", 1)
    r0 = 1
    exit

.program s_cgroup_skb_egress section="cgroup_skb/egress" args=ctx:*void
    # P(s_cgroup_skb_egress, "cgroup_skb/egress", 1)
    r0 = 1
    exit

.program s_cgroup_skb_ingress section="cgroup_skb/ingress" args=ctx:*void
    # P(s_cgroup_skb_ingress, "cgroup_skb/ingress", 1)
    r0 = 1
    exit

.program s_cgroup_sock section="cgroup/sock" args=ctx:*void
    # P(s_cgroup_sock, "cgroup/sock", 1)
    r0 = 1
    exit

.program s_cgroup_post_bind4 section="cgroup/post_bind4" args=ctx:*void
    # P(s_cgroup_post_bind4, "cgroup/post_bind4", 1)
    r0 = 1
    exit

.program s_cgroup_bind4 section="cgroup/bind4" args=ctx:*void
    # P(s_cgroup_bind4, "cgroup/bind4", 1)
    r0 = 1
    exit

.program s_cgroup_connect6 section="cgroup/connect6" args=ctx:*void
    # P(s_cgroup_connect6, "cgroup/connect6", 1)
    r0 = 1
    exit

.program s_cgroup_sendmsg4 section="cgroup/sendmsg4" args=ctx:*void
    # P(s_cgroup_sendmsg4, "cgroup/sendmsg4", 1)
    r0 = 1
    exit

.program s_cgroup_recvmsg4 section="cgroup/recvmsg4" args=ctx:*void
    # P(s_cgroup_recvmsg4, "cgroup/recvmsg4", 1)
    r0 = 1
    exit

.program s_cgroup_sysctl section="cgroup/sysctl" args=ctx:*void
    # P(s_cgroup_sysctl, "cgroup/sysctl", 1)
    r0 = 1
    exit

.program s_cgroup_getsockopt section="cgroup/getsockopt" args=ctx:*void
    # P(s_cgroup_getsockopt, "cgroup/getsockopt", 1)
    r0 = 1
    exit

.program s_cgroup_setsockopt section="cgroup/setsockopt" args=ctx:*void
    # P(s_cgroup_setsockopt, "cgroup/setsockopt", 1)
    r0 = 1
    exit

.program s_cgroup_dev section="cgroup/dev" args=ctx:*void
    # P(s_cgroup_dev, "cgroup/dev", 1)
    r0 = 1
    exit

.program s_lwt_in section="lwt_in" args=ctx:*void
    # P(s_lwt_in, "lwt_in", 0)
    r0 = 0
    exit

.program s_lwt_out section="lwt_out" args=ctx:*void
    # P(s_lwt_out, "lwt_out", 0)
    r0 = 0
    exit

.program s_lwt_xmit section="lwt_xmit" args=ctx:*void
    # P(s_lwt_xmit, "lwt_xmit", 0)
    r0 = 0
    exit

.program s_lwt_seg6local section="lwt_seg6local" args=ctx:*void
    # P(s_lwt_seg6local, "lwt_seg6local", 0)
    r0 = 0
    exit

.program s_sockops section="sockops" args=ctx:*void
    # P(s_sockops, "sockops", 1)
    r0 = 1
    exit

.program s_sk_skb section="sk_skb" args=ctx:*void
    # P(s_sk_skb, "sk_skb", 1)
    r0 = 1
    exit

.program s_sk_skb_parser section="sk_skb/stream_parser" args=ctx:*void
    # P(s_sk_skb_parser, "sk_skb/stream_parser", 1)
    r0 = 1
    exit

.program s_sk_skb_verdict section="sk_skb/stream_verdict" args=ctx:*void
    # P(s_sk_skb_verdict, "sk_skb/stream_verdict", 1)
    r0 = 1
    exit

.program s_sk_msg section="sk_msg" args=ctx:*void
    # P(s_sk_msg, "sk_msg", 1)
    r0 = 1
    exit

.program s_sk_reuseport section="sk_reuseport" args=ctx:*void
    # P(s_sk_reuseport, "sk_reuseport", 1)
    r0 = 1
    exit

.program s_sk_reuseport_migrate section="sk_reuseport/migrate" args=ctx:*void
    # P(s_sk_reuseport_migrate, "sk_reuseport/migrate", 1)
    r0 = 1
    exit

.program s_sk_lookup section="sk_lookup" args=ctx:*void
    # P(s_sk_lookup, "sk_lookup", 1)
    r0 = 1
    exit

.program s_flow_dissector section="flow_dissector" args=ctx:*void
    # P(s_flow_dissector, "flow_dissector", 0)
    r0 = 0
    exit

.program s_kprobe section="kprobe/some_function"
    # P(s_kprobe, "kprobe/some_function", 0)
    r0 = 0
    exit

.program s_kretprobe section="kretprobe/some_function"
    # P(s_kretprobe, "kretprobe/some_function", 0)
    r0 = 0
    exit

.program s_uprobe section="uprobe"
    # P(s_uprobe, "uprobe", 0)
    r0 = 0
    exit

.program s_tp section="tp/some/event"
    # P(s_tp, "tp/some/event", 0)
    r0 = 0
    exit

.program s_tracepoint section="tracepoint/some/event"
    # P(s_tracepoint, "tracepoint/some/event", 0)
    r0 = 0
    exit

.program s_raw_tp section="raw_tp/some_event" args=ctx:*void
    # P(s_raw_tp, "raw_tp/some_event", 0)
    r0 = 0
    exit

.program s_raw_tracepoint section="raw_tracepoint/some_event" args=ctx:*void
    # P(s_raw_tracepoint, "raw_tracepoint/some_event", 0)
    r0 = 0
    exit

.program s_raw_tp_w section="raw_tp.w/some_event" args=ctx:*void
    # P(s_raw_tp_w, "raw_tp.w/some_event", 0)
    r0 = 0
    exit

.program s_perf_event section="perf_event" args=ctx:*void
    # P(s_perf_event, "perf_event", 0)
    r0 = 0
    exit

.program s_syscall section="syscall"
    # P(s_syscall, "syscall", 0)
    r0 = 0
    exit

.program s_optional section="?tc" args=ctx:*void
    # P(s_optional, "?tc", 0)
    r0 = 0
    exit
