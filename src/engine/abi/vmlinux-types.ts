/** Types of Linux 6.18.44, written by scripts/record-vmlinux-btf.mjs; the format is described in vmlinux.ts. */
export const VMLINUX_TYPES = `
struct bpf_map 296 sha:579:0 excl:580:256 ops:581:320 inner_map_meta:582:384 security:583:448 map_type:584:512 key_size:580:544 value_size:580:576 max_entries:580:608 map_extra:585:640 map_flags:580:704 id:580:736 record:586:768 numa_node:587:832 btf_key_type_id:580:864 btf_value_type_id:580:896 btf_vmlinux_value_type_id:580:928 btf:588:960 objcg:589:1024 name:590:1088 freeze_mutex:106:1216 refcnt:591:1472 usercnt:591:1536 -:116:1600 writecnt:591:1856 owner_lock:592:1920 owner:593:1984 bypass_spec_v1:594:2048 frozen:594:2056 init_private:595:2064 free_after_mult_rcu_gp:594:2072 free_after_rcu_gp:594:2080 sleepable_refcnt:591:2112 elem_count:596:2176 cookie:585:2240 excl_prog_sha:597:2304
struct bpf_array 312 map:1:0 elem_size:580:2368 index_mask:580:2400 aux:598:2432 -:121:2496
struct bpf_htab 832 map:1:0 ma:73:2368 pcpu_ma:73:2880 buckets:599:3392 elems:583:3456 -:126:3584 extra_elems:600:5632 pcount:132:5696 count:601:6016 use_percpu_counter:594:6048 n_buckets:580:6080 elem_size:580:6112 hashrnd:580:6144
struct bpf_stack_map 320 map:1:0 elems:583:2368 freelist:127:2432 n_buckets:580:2496 buckets:602:2560
struct lpm_trie 400 map:1:0 root:603:2368 ma:73:2432 n_entries:604:2944 max_prefixlen:604:3008 data_size:604:3072 lock:605:3136
struct bpf_dtab 344 map:1:0 netdev_map:606:2368 list:115:2432 dev_index_head:607:2560 index_lock:592:2624 items:608:2656 n_buckets:580:2688
struct bpf_stab 376 map:1:0 sks:609:2368 progs:133:2432 lock:592:2944
struct bpf_shtab 384 map:1:0 buckets:610:2368 buckets_num:580:2432 elem_size:580:2464 progs:133:2496 count:601:3008
struct bpf_cpu_map 304 map:1:0 cpu_map:611:2368
struct xsk_map 304 map:1:0 lock:592:2368 count:601:2400 xsk_map:612:2432
struct bpf_cgroup_storage_map 328 map:1:0 lock:592:2368 root:134:2432 list:115:2496
struct reuseport_array 296 map:1:0 ptrs:613:2368
struct bpf_queue_stack 312 map:1:0 lock:605:2368 head:580:2400 tail:580:2432 size:580:2464 elements:614:2496
struct bpf_local_storage_map 448 map:1:0 buckets:615:2368 bucket_log:580:2432 elem_size:616:2464 cache_idx:616:2480 selem_ma:73:2496 storage_ma:73:3008 bpf_ma:594:3520
struct bpf_struct_ops_map 512 map:1:0 st_ops_desc:617:2368 lock:106:2432 links:618:2688 ksyms:619:2752 funcs_cnt:580:2816 image_pages_cnt:580:2848 image_pages:620:2880 btf:588:3392 uvalue:621:3456 kvalue:135:3584
struct bpf_ringbuf_map 304 map:1:0 rb:622:2368
struct bpf_bloom_filter 312 map:1:0 bitset_mask:580:2368 hash_seed:580:2400 nr_hash_funcs:580:2432 bitset:623:2496
struct bpf_arena 400 map:1:0 user_vm_start:585:2368 user_vm_end:585:2432 kern_vm:624:2496 rt:138:2560 vma_list:115:2816 lock:106:2944
struct task_struct 3264 thread_info:140:0 __state:608:192 saved_state:608:224 stack:583:256 usage:625:320 flags:608:352 ptrace:608:384 on_cpu:587:416 wake_entry:141:448 wakee_flips:608:576 wakee_flip_decay_ts:626:640 last_wakee:627:704 recent_used_cpu:587:768 wake_cpu:587:800 on_rq:587:832 prio:587:864 static_prio:587:896 normal_prio:587:928 rt_priority:608:960 se:144:1024 rt:149:3072 dl:150:3648 dl_server:628:5568 sched_class:629:5632 sched_task_group:630:5696 sched_throttle_work:118:5760 throttle_node:115:5888 throttled:594:6016 stats:152:6144 preempt_notifiers:153:6144 btrace_seq:608:6208 policy:608:6240 max_allowed_capacity:626:6272 nr_cpus_allowed:587:6336 cpus_ptr:631:6400 user_cpus_ptr:632:6464 cpus_mask:633:6528 migration_pending:583:6784 migration_disabled:634:6848 migration_flags:634:6864 rcu_read_lock_nesting:587:6880 rcu_read_unlock_special:154:6912 rcu_node_entry:115:6976 rcu_blocked_node:635:7104 rcu_tasks_nvcsw:626:7168 rcu_tasks_holdout:595:7232 rcu_tasks_idx:595:7240 rcu_tasks_idle_cpu:587:7264 rcu_tasks_holdout_list:115:7296 rcu_tasks_exit_cpu:587:7424 rcu_tasks_exit_list:115:7488 trc_reader_nesting:587:7616 trc_ipi_to_cpu:587:7648 trc_reader_special:154:7680 trc_holdout_list:115:7744 trc_blkd_node:115:7872 trc_blkd_cpu:587:8000 sched_info:156:8064 tasks:115:8448 pushable_tasks:157:8576 pushable_dl_tasks:146:8896 mm:636:9088 active_mm:636:9152 faults_disabled_mapping:637:9216 exit_state:587:9280 exit_code:587:9312 exit_signal:587:9344 pdeath_signal:587:9376 jobctl:626:9408 personality:608:9472 sched_reset_on_fork:608:9504:1 sched_contributes_to_load:608:9505:1 sched_migrated:608:9506:1 sched_task_hot:608:9507:1 sched_remote_wakeup:608:9536:1 sched_rt_mutex:608:9537:1 user_dumpable:608:9538:1 in_execve:608:9539:1 init_private_fork_class:608:9540:4 in_iowait:608:9544:1 restore_sigmask:608:9545:1 in_user_fault:608:9546:1 no_cgroup_migration:608:9547:1 frozen:608:9548:1 use_memdelay:608:9549:1 in_memstall:608:9550:1 in_eventfd:608:9551:1 reported_split_lock:608:9552:1 in_thrashing:608:9553:1 in_nf_duplicate:608:9554:1 atomic_flags:626:9600 restart_block:158:9664 pid:638:10112 tgid:638:10144 stack_canary:626:10176 real_parent:627:10240 parent:627:10304 children:115:10368 sibling:115:10496 group_leader:627:10624 ptraced:115:10688 ptrace_entry:115:10816 thread_pid:639:10944 pid_links:640:11008 thread_node:115:11520 vfork_done:641:11648 set_child_tid:642:11712 clear_child_tid:642:11776 worker_private:583:11840 utime:585:11904 stime:585:11968 gtime:585:12032 prev_cputime:165:12096 nvcsw:626:12288 nivcsw:626:12352 start_time:585:12416 start_boottime:585:12480 min_flt:626:12544 maj_flt:626:12608 posix_cputimers:166:12672 posix_cputimers_work:169:13312 ptracer_cred:643:13760 real_cred:643:13824 cred:643:13888 cached_requested_key:644:13952 comm:590:14016 nameidata:645:14144 sysvsem:170:14208 sysvshm:171:14272 last_switch_count:626:14400 last_switch_time:626:14464 fs:646:14528 files:647:14592 io_uring:648:14656 nsproxy:649:14720 signal:650:14784 sighand:651:14848 blocked:652:14912 real_blocked:652:14976 saved_sigmask:652:15040 pending:173:15104 sas_ss_sp:626:15296 sas_ss_size:604:15360 sas_ss_flags:608:15424 task_works:653:15488 audit_context:654:15552 loginuid:655:15616 sessionid:608:15648 seccomp:175:15680 syscall_dispatch:176:15808 parent_exec_id:585:16064 self_exec_id:585:16128 alloc_lock:592:16192 pi_lock:656:16224 wake_q:177:16256 pi_waiters:139:16320 pi_top_task:627:16448 pi_blocked_on:657:16512 blocked_on:658:16576 blocker:626:16640 journal_info:583:16704 bio_list:659:16768 plug:660:16832 reclaim_state:661:16896 io_context:662:16960 capture_control:663:17024 ptrace_message:626:17088 last_siginfo:664:17152 ioac:178:17216 psi_flags:608:17664 acct_rss_mem1:585:17728 acct_vm_mem1:585:17792 acct_timexpd:585:17856 mems_allowed:665:17920 mems_allowed_seq:666:18944 cpuset_mem_spread_rotor:587:18976 cgroups:667:19008 cg_list:115:19072 robust_list:668:19200 compat_robust_list:669:19264 pi_state_list:115:19328 pi_state_cache:670:19456 futex_exit_mutex:106:19520 futex_state:608:19776 perf_recursion:671:19808 perf_event_ctxp:672:19840 perf_event_mutex:106:19904 perf_event_list:115:20160 perf_ctx_data:673:20288 mempolicy:674:20352 il_prev:675:20416 il_weight:595:20432 pref_node_fork:675:20448 numa_scan_seq:587:20480 numa_scan_period:608:20512 numa_scan_period_max:608:20544 numa_preferred_nid:587:20576 numa_migrate_retry:626:20608 node_stamp:585:20672 last_task_numa_placement:585:20736 last_sum_exec_runtime:585:20800 numa_work:118:20864 numa_group:676:20992 numa_faults:677:21056 total_numa_faults:626:21120 numa_faults_locality:678:21184 numa_pages_migrated:626:21376 rseq:679:21440 rseq_len:580:21504 rseq_sig:580:21536 rseq_event_mask:626:21568 mm_cid:587:21632 last_mm_cid:587:21664 migrate_from_cpu:587:21696 mm_cid_active:587:21728 cid_work:118:21760 tlb_ubc:182:21888 splice_pipe:680:22272 task_frag:184:22336 delays:681:22464 nr_dirtied:587:22528 nr_dirtied_pause:587:22560 dirty_paused_when:626:22592 timer_slack_ns:585:22656 default_timer_slack_ns:585:22720 trace_recursion:626:22784 memcg_in_oom:682:22848 memcg_nr_pages_over_high:608:22912 active_memcg:682:22976 objcg:589:23040 throttle_disk:683:23104 utask:684:23168 kmap_ctrl:185:23232 rcu:118:23232 rcu_users:625:23360 pagefault_disabled:587:23392 oom_reaper_list:627:23424 oom_reaper_timer:59:23488 stack_vm_area:624:23808 stack_refcount:625:23872 security:583:23936 bpf_storage:685:24000 bpf_ctx:686:24064 bpf_net_context:687:24128 kstack_offset:580:24192 l1d_flush_kill:118:24256 unwind_info:186:24384 thread:189:24704
struct mm_struct 1472 -:191:0 cpu_bitmap:623:11776
struct css_set 544 subsys:688:0 refcount:625:768 dom_cset:667:832 dfl_cgrp:689:896 nr_tasks:587:960 tasks:115:1024 mg_tasks:115:1152 dying_tasks:115:1280 task_iters:115:1408 e_cset_node:690:1536 threaded_csets:115:3072 threaded_csets_node:115:3200 hlist:164:3328 cgrp_links:115:3456 mg_src_preload_node:115:3584 mg_dst_preload_node:115:3712 mg_node:115:3840 mg_src_cgrp:689:3968 mg_dst_cgrp:689:4032 mg_dst_cset:667:4096 dead:594:4160 callback_head:118:4224
struct cgroup 2240 self:200:0 flags:626:1664 level:587:1728 max_depth:587:1760 nr_descendants:587:1792 nr_dying_descendants:587:1824 max_descendants:587:1856 nr_populated_csets:587:1888 nr_populated_domain_children:587:1920 nr_populated_threaded_children:587:1952 nr_threaded_children:587:1984 kill_seq:608:2016 kn:691:2048 procs_file:203:2112 events_file:203:2560 psi_files:692:3008 subtree_control:616:4352 subtree_ss_mask:616:4368 old_subtree_control:616:4384 old_subtree_ss_mask:616:4400 subsys:688:4416 nr_dying_subsys:693:5184 root:694:5568 cset_links:115:5632 e_csets:690:5760 dom_cgrp:689:7296 old_dom_cgrp:689:7360 rstat_base_cpu:695:7424 _pad_:204:7680 last_bstat:205:7680 bstat:205:7936 prev_cputime:165:8192 pidlists:115:8384 pidlist_mutex:106:8512 offline_waitq:696:8768 release_agent_work:117:8960 psi:697:9216 bpf:208:9280 freezer:209:17472 bpf_cgrp_storage:685:17728 ancestors:698:17792
struct kernfs_node 136 count:601:0 active:601:32 __parent:691:64 name:699:128 rb:146:192 ns:700:384 hash:608:448 flags:634:480 mode:701:496 -:210:512 id:585:768 priv:583:832 iattr:702:896 rcu:118:960
struct cred 184 usage:703:0 uid:655:64 gid:704:96 suid:655:128 sgid:704:160 euid:655:192 egid:704:224 fsuid:655:256 fsgid:704:288 securebits:608:320 cap_inheritable:705:384 cap_permitted:705:448 cap_effective:705:512 cap_bset:705:576 cap_ambient:705:640 jit_keyring:706:704 session_keyring:644:768 process_keyring:644:832 thread_keyring:644:896 request_key_auth:644:960 security:583:1024 user:707:1088 user_ns:708:1152 ucounts:709:1216 group_info:710:1280 -:216:1344
struct pid 144 count:625:0 level:608:32 lock:592:64 -:217:128 tasks:711:512 inodes:153:768 wait_pidfd:696:832 rcu:118:1024 numbers:712:1152
struct nsproxy 72 count:625:0 uts_ns:713:64 ipc_ns:714:128 mnt_ns:715:192 pid_ns_for_children:716:256 net_ns:717:320 time_ns:718:384 time_ns_for_children:718:448 cgroup_ns:719:512
struct file 184 f_lock:592:0 f_mode:720:32 f_op:721:64 f_mapping:637:128 private_data:583:192 f_inode:722:256 f_flags:608:320 f_iocb_flags:608:352 f_cred:643:384 f_owner:723:448 -:219:512 -:220:640 f_pos:724:896 f_security:583:960 f_wb_err:725:1024 f_sb_err:725:1056 f_ep:607:1088 -:221:1152 f_ref:726:1408
struct inode 616 i_mode:701:0 i_opflags:634:16 i_uid:655:32 i_gid:704:64 i_flags:608:96 i_acl:727:128 i_default_acl:727:192 i_op:728:256 i_sb:729:320 i_mapping:637:384 i_security:583:448 i_ino:626:512 -:225:576 i_rdev:730:608 i_size:724:640 i_atime_sec:731:704 i_mtime_sec:731:768 i_ctime_sec:731:832 i_atime_nsec:580:896 i_mtime_nsec:580:928 i_ctime_nsec:580:960 i_generation:580:992 i_lock:592:1024 i_bytes:634:1056 i_blkbits:595:1072 i_write_hint:732:1080 i_blocks:733:1088 i_state:734:1152 i_rwsem:195:1216 dirtied_when:626:1536 dirtied_time_when:626:1600 i_hash:164:1664 i_io_list:115:1792 i_wb:735:1920 i_wb_frn_winner:587:1984 i_wb_frn_avg_time:616:2016 i_wb_frn_history:616:2032 i_lru:115:2048 i_kept:142:2176 i_sb_list:115:2240 i_wb_list:115:2368 -:226:2496 i_version:591:2624 i_sequence:591:2688 i_count:601:2752 i_dio_count:601:2784 i_writecount:601:2816 i_readcount:601:2848 -:227:2880 i_flctx:736:2944 i_data:228:3008 -:230:4544 -:231:4672 i_fsnotify_mask:737:4736 i_fsnotify_marks:738:4800 i_private:583:4864
struct dentry 192 d_flags:608:0 d_seq:666:32 d_hash:232:64 d_parent:739:192 -:233:256 d_inode:722:384 d_shortname:237:448 d_op:740:768 d_sb:729:832 d_time:626:896 d_fsdata:583:960 d_lockref:238:1024 -:241:1088 d_sib:164:1216 d_children:153:1344 d_u:242:1408
struct path 16 mnt:741:0 dentry:739:64
struct sk_buff 224 -:243:0 sk:742:192 -:246:256 cb:743:320 -:247:704 _nfct:626:832 len:608:896 data_len:608:928 mac_len:744:960 hdr_len:744:976 queue_mapping:744:992 __cloned_offset:745:1008 cloned:746:1008:1 nohdr:746:1009:1 fclone:746:1010:2 peeked:746:1012:1 head_frag:746:1013:1 pfmemalloc:746:1014:1 pp_recycle:746:1015:1 active_extensions:746:1016 -:249:1024 tail:747:1472 end:747:1504 head:748:1536 data:748:1600 truesize:608:1664 users:625:1696 extensions:749:1728
struct sock_common 136 -:258:0 -:260:64 -:261:96 skc_family:634:128 skc_state:750:144 skc_reuse:706:152:4 skc_reuseport:706:156:1 skc_ipv6only:706:157:1 skc_net_refcnt:706:158:1 skc_bound_dev_if:587:160 -:263:192 skc_prot:751:320 skc_net:752:384 skc_v6_daddr:265:448 skc_v6_rcv_saddr:265:576 skc_cookie:591:704 -:267:768 skc_dontcopy_begin:753:832 -:268:832 skc_tx_queue_mapping:634:960 skc_rx_queue_mapping:634:976 -:270:992 skc_refcnt:625:1024 skc_dontcopy_end:753:1056 -:271:1056
struct sock 784 __sk_common:32:0 __cacheline_group_begin__sock_write_rx:745:1088 sk_drops:601:1088 sk_peek_off:754:1120 sk_error_queue:272:1152 sk_receive_queue:272:1344 sk_backlog:276:1536 __cacheline_group_end__sock_write_rx:745:1728 __cacheline_group_begin__sock_read_rx:745:1728 sk_rx_dst:755:1728 sk_rx_dst_ifindex:587:1792 sk_rx_dst_cookie:580:1824 sk_ll_usec:608:1856 sk_napi_id:608:1888 sk_busy_poll_budget:616:1920 sk_prefer_busy_poll:595:1936 sk_userlocks:595:1944 sk_rcvbuf:587:1952 sk_filter:756:1984 -:277:2048 sk_data_ready:757:2112 sk_rcvtimeo:758:2176 sk_rcvlowat:587:2240 __cacheline_group_end__sock_read_rx:745:2272 __cacheline_group_begin__sock_read_rxtx:745:2272 sk_err:587:2272 sk_socket:759:2304 sk_memcg:682:2368 sk_policy:760:2432 __cacheline_group_end__sock_read_rxtx:745:2560 __cacheline_group_begin__sock_write_rxtx:745:2560 sk_lock:761:2560 sk_reserved_mem:580:2816 sk_forward_alloc:587:2848 sk_tsflags:580:2880 __cacheline_group_end__sock_write_rxtx:745:2912 __cacheline_group_begin__sock_write_tx:745:2912 sk_write_pending:587:2912 sk_omem_alloc:601:2944 sk_err_soft:587:2976 sk_wmem_queued:587:3008 sk_wmem_alloc:625:3040 sk_tsq_flags:626:3072 -:279:3136 sk_write_queue:272:3200 sk_dst_pending_confirm:580:3392 sk_pacing_status:580:3424 sk_frag:184:3456 sk_timer:59:3584 sk_pacing_rate:626:3904 sk_zckey:601:3968 sk_tskey:601:4000 __cacheline_group_end__sock_write_tx:745:4032 __cacheline_group_begin__sock_read_tx:745:4032 sk_max_pacing_rate:626:4032 sk_sndtimeo:758:4096 sk_priority:580:4160 sk_mark:580:4192 sk_uid:655:4224 sk_protocol:616:4256 sk_type:616:4272 sk_dst_cache:755:4288 sk_route_caps:762:4352 sk_gso_type:616:4416 sk_gso_max_segs:616:4432 sk_gso_max_size:608:4448 sk_allocation:763:4480 sk_txhash:580:4512 sk_sndbuf:587:4544 sk_pacing_shift:595:4576 sk_use_task_frag:594:4584 __cacheline_group_end__sock_read_tx:745:4592 sk_gso_disabled:595:4592:1 sk_kern_sock:595:4593:1 sk_no_check_tx:595:4594:1 sk_no_check_rx:595:4595:1 sk_shutdown:595:4600 sk_lingertime:626:4608 sk_prot_creator:751:4672 sk_callback_lock:764:4736 sk_ack_backlog:580:4800 sk_max_ack_backlog:580:4832 sk_ino:626:4864 sk_peer_lock:592:4928 sk_bind_phc:587:4960 sk_peer_pid:639:4992 sk_peer_cred:643:5056 sk_stamp:765:5120 sk_disconnects:587:5184 -:284:5216 sk_clockid:595:5224 sk_txtime_deadline_mode:595:5232:1 sk_txtime_report_errors:595:5233:1 sk_txtime_unused:595:5234:6 sk_bpf_cb_flags:595:5240 sk_user_data:583:5248 sk_security:583:5312 sk_cgrp_data:286:5376 sk_state_change:757:5504 sk_write_space:757:5568 sk_error_report:757:5632 sk_backlog_rcv:766:5696 sk_destruct:757:5760 sk_reuseport_cb:767:5824 sk_bpf_storage:685:5888 sk_drop_counters:768:5952 sk_rcu:118:6016 ns_tracker:769:6144 sk_user_frags:229:6144
struct inet_sock 1016 sk:33:0 pinet6:770:6272 ipv6_fl_list:771:6336 inet_flags:626:6400 inet_saddr:772:6464 uc_ttl:773:6496 inet_sport:774:6512 inet_opt:775:6528 inet_id:601:6592 tos:746:6624 min_ttl:746:6632 mc_ttl:746:6640 pmtudisc:746:6648 rcv_tos:746:6656 convert_csum:746:6664 uc_index:587:6688 mc_index:587:6720 mc_addr:772:6752 local_port_range:580:6784 mc_list:776:6848 cork:287:6912
struct socket 128 state:777:0 type:675:32 flags:626:64 file:778:128 sk:742:192 ops:779:256 wq:299:512
struct xdp_buff 56 data:583:0 data_end:583:64 data_meta:583:128 data_hard_start:583:192 rxq:780:256 txq:781:320 -:300:384
struct pt_regs 168 r15:626:0 r14:626:64 r13:626:128 r12:626:192 bp:626:256 bx:626:320 r11:626:384 r10:626:448 r9:626:512 r8:626:576 ax:626:640 cx:626:704 dx:626:768 si:626:832 di:626:896 orig_ax:626:960 ip:626:1024 -:302:1088 flags:626:1152 sp:626:1216 -:304:1280
struct nf_hook_state 48 hook:595:0 pf:595:8 in:782:64 out:782:128 sk:742:192 net:717:256 okfn:783:320
struct seq_file 120 buf:597:0 size:604:64 from:604:128 count:604:192 pad_until:604:256 index:724:320 read_pos:724:384 lock:106:448 op:784:704 poll_event:587:768 file:785:832 private:583:896
struct linux_binprm 408 vma:786:0 vma_pages:626:64 argmin:626:128 mm:636:192 p:626:256 have_execfd:608:320:1 execfd_creds:608:321:1 secureexec:608:322:1 point_of_no_return:608:323:1 comm_from_dentry:608:324:1 is_check:608:325:1 executable:778:384 interpreter:778:448 file:778:512 cred:787:576 unsafe:587:640 per_clear:608:672 argc:587:704 envc:587:736 filename:699:768 interp:699:832 fdpath:699:896 interp_flags:608:960 execfd:587:992 exec:626:1024 rlim_stack:306:1088 buf:788:1216
struct bpf_iter_meta 24 -:307:0 session_id:585:64 seq_num:585:128
struct bpf_iter__task 16 -:308:0 -:309:64
struct bpf_iter__bpf_map 16 -:308:0 -:310:64
struct bpf_iter__bpf_map_elem 32 -:308:0 -:310:64 -:311:128 -:312:192
struct bpf_dynptr 16 __opaque:789:0
struct bpf_timer 16 __opaque:789:0
struct bpf_wq 16 __opaque:789:0
struct bpf_task_work 8 __opaque:790:0
struct bpf_spin_lock 4 val:737:0
struct bpf_res_spin_lock 4 val:580:0
struct bpf_list_head 16 __opaque:789:0
struct bpf_list_node 24 __opaque:791:0
struct bpf_rb_root 16 __opaque:789:0
struct bpf_rb_node 32 __opaque:792:0
struct bpf_refcount 4 __opaque:793:0
struct bpf_cpumask 40 cpumask:633:0 usage:625:256
struct vm_area_struct 192 -:313:0 vm_mm:636:128 vm_page_prot:794:192 -:316:256 vm_lock_seq:608:320 anon_vma_chain:115:384 anon_vma:795:512 vm_ops:796:576 vm_pgoff:626:640 vm_file:778:704 vm_private_data:583:768 swap_readahead_info:703:832 vm_policy:674:896 numab_state:797:960 vm_refcnt:625:1024 shared:317:1088 vm_userfaultfd_ctx:318:1344 pfnmap_track_ctx:798:1408
struct hrtimer 64 node:151:0 _softexpires:765:256 function:799:320 base:800:384 state:595:448 is_rel:595:456 is_soft:595:464 is_hard:595:472
struct timer_list 40 entry:164:0 expires:626:128 function:801:192 flags:580:256
struct bpf_map_owner 40 type:802:0 jited:594:32 xdp_has_frags:594:40 storage_cookie:803:64 attach_func_proto:804:192 expected_attach_type:805:256
struct bpf_map_ops 352 map_alloc_check:806:0 map_alloc:807:64 map_release:808:128 map_free:809:192 map_get_next_key:810:256 map_release_uref:809:320 map_lookup_elem_sys_only:811:384 map_lookup_batch:812:448 map_lookup_and_delete_elem:813:512 map_lookup_and_delete_batch:812:576 map_update_batch:814:640 map_delete_batch:812:704 map_lookup_elem:811:768 map_update_elem:815:832 map_delete_elem:816:896 map_push_elem:817:960 map_pop_elem:816:1024 map_peek_elem:816:1088 map_lookup_percpu_elem:818:1152 map_get_hash:819:1216 map_fd_get_ptr:820:1280 map_fd_put_ptr:821:1344 map_gen_lookup:822:1408 map_fd_sys_lookup_elem:823:1472 map_seq_show_elem:824:1536 map_check_btf:825:1600 map_poke_track:826:1664 map_poke_untrack:827:1728 map_poke_run:828:1792 map_direct_value_addr:829:1856 map_direct_value_meta:830:1920 map_mmap:831:1984 map_poll:832:2048 map_get_unmapped_area:833:2112 map_local_storage_charge:834:2176 map_local_storage_uncharge:835:2240 map_owner_storage_ptr:836:2304 map_redirect:837:2368 map_meta_equal:838:2432 map_set_for_each_callback_args:839:2496 map_for_each_callback:840:2560 map_mem_usage:841:2624 map_btf_id:642:2688 iter_seq_info:842:2752
struct btf 240 data:583:0 init_private:595:64 types:843:128 resolved_ids:844:192 resolved_sizes:844:256 strings:699:320 nohdr_data:583:384 hdr:319:448 nr_types:580:640 types_size:580:672 data_size:580:704 refcnt:625:736 id:580:768 rcu:118:832 kfunc_set_tab:845:960 dtor_kfunc_tab:846:1024 struct_meta_tab:847:1088 struct_ops_tab:848:1152 base_btf:588:1216 start_id:580:1280 start_str_off:580:1312 name:849:1344 kernel_btf:594:1792 base_id_map:850:1856
struct net_device 2496 __cacheline_group_begin__net_device_read_tx:745:0 -:320:0 netdev_ops:851:64 header_ops:852:128 _tx:853:192 gso_partial_features:762:256 real_num_tx_queues:608:320 gso_max_size:608:352 gso_ipv4_max_size:608:384 gso_max_segs:616:416 num_tc:854:432 mtu:608:448 needed_headroom:634:480 tc_to_txq:855:496 xps_maps:856:1024 nf_hooks_egress:857:1152 tcx_egress:858:1216 __cacheline_group_end__net_device_read_tx:745:1280 __cacheline_group_begin__net_device_read_txrx:745:1280 -:323:1280 state:626:1344 flags:608:1408 hard_header_len:634:1440 features:762:1472 ip6_ptr:859:1536 __cacheline_group_end__net_device_read_txrx:745:1600 __cacheline_group_begin__net_device_read_rx:745:1600 xdp_prog:860:1600 ptype_specific:115:1664 ifindex:587:1792 real_num_rx_queues:608:1824 _rx:861:1856 gro_max_size:608:1920 gro_ipv4_max_size:608:1952 rx_handler:862:1984 rx_handler_data:583:2048 nd_net:752:2112 tcx_ingress:858:2176 __cacheline_group_end__net_device_read_rx:745:2240 name:590:2240 name_node:863:2368 ifalias:864:2432 mem_end:626:2496 mem_start:626:2560 base_addr:626:2624 dev_list:115:2688 napi_list:115:2816 unreg_list:115:2944 close_list:115:3072 ptype_all:115:3200 adj_list:324:3328 xdp_features:865:3584 xdp_metadata_ops:866:3648 xsk_tx_metadata_ops:867:3712 gflags:634:3776 needed_tailroom:634:3792 hw_features:762:3840 wanted_features:762:3904 vlan_features:762:3968 hw_enc_features:762:4032 mpls_features:762:4096 mangleid_features:762:4160 min_mtu:608:4224 max_mtu:608:4256 type:634:4288 min_header_len:706:4304 name_assign_type:706:4312 group:587:4320 stats:325:4352 core_stats:868:5824 carrier_up_count:601:5888 carrier_down_count:601:5920 ethtool_ops:869:5952 l3mdev_ops:870:6016 ndisc_ops:871:6080 operstate:608:6144 link_mode:706:6176 if_port:706:6184 dma:706:6192 perm_addr:872:6200 addr_assign_type:706:6456 addr_len:706:6464 upper_level:706:6472 lower_level:706:6480 threaded:595:6488 neigh_priv_len:634:6496 dev_id:634:6512 dev_port:634:6528 irq:587:6560 priv_len:580:6592 addr_list_lock:592:6624 uc:349:6656 mc:349:6912 dev_addrs:349:7168 queues_kset:873:7424 promiscuity:608:7488 allmulti:608:7520 uc_promisc:594:7552 ip_ptr:874:7616 fib_nh_head:153:7680 dev_addr:875:7744 num_rx_queues:608:7808 xdp_zc_max_segs:608:7840 ingress_queue:853:7872 nf_hooks_ingress:857:7936 broadcast:872:8000 rx_cpu_rmap:876:8256 index_hlist:164:8320 num_tx_queues:608:8448 qdisc:877:8512 tx_queue_len:608:8576 tx_global_lock:592:8608 xdp_bulkq:878:8640 qdisc_hash:879:8704 watchdog_timer:59:9728 watchdog_timeo:587:10048 watchdog_lock:592:10080 watchdog_ref_held:594:10112 proto_down_reason:580:10144 todo_list:115:10176 pcpu_refcnt:642:10304 refcnt_tracker:350:10368 link_watch_list:115:10368 reg_state:595:10496 dismantle:594:10504 moving_ns:594:10512 rtnl_link_initializing:594:10520 needs_free_netdev:594:10528 priv_destructor:880:10560 ml_priv:583:10624 ml_priv_type:881:10688 pcpu_stat_type:882:10720:8 dev:351:10752 sysfs_groups:883:16320 sysfs_rx_queue_group:884:16640 rtnl_link_ops:885:16704 stat_ops:886:16768 queue_mgmt_ops:887:16832 tso_max_size:608:16896 tso_max_segs:616:16928 dcbnl_ops:888:16960 prio_tc_map:889:17024 priomap:890:17152 link_topo:891:17216 phydev:892:17280 sfp_bus:893:17344 qdisc_tx_busylock:894:17408 proto_down:594:17472 irq_affinity_auto:594:17480 rx_cpu_rmap_auto:594:17488 see_all_hwtstamp_requests:626:17496:1 change_proto_down:626:17497:1 netns_immutable:626:17498:1 fcoe_mtu:626:17499:1 net_notifier_list:115:17536 udp_tunnel_nic_info:895:17664 udp_tunnel_nic:896:17728 cfg:897:17792 cfg_pending:897:17856 ethtool:898:17920 xdp_state:899:17984 dev_addr_shadow:579:18368 linkwatch_dev_tracker:900:18624 watchdog_dev_tracker:900:18624 dev_registered_tracker:900:18624 offload_xstats_l3:901:18624 devlink_port:902:18688 page_pools:153:18752 irq_moder:903:18816 max_pacing_offload_horizon:585:18880 napi_config:904:18944 num_napi_configs:580:19008 napi_defer_hard_irqs:580:19040 gro_flush_timeout:626:19072 up:594:19136 request_ops_lock:594:19144 lock:106:19200 neighbours:905:19456 hwprov:906:19584 priv:907:19968
struct header_ops 48 create:908:0 parse:909:64 cache:910:128 cache_update:911:192 validate:912:256 parse_protocol:913:320
struct robust_list_head 24 list:361:0 futex_offset:758:64 list_op_pending:914:128
struct bpf_prog 96 pages:616:0 jited:616:16:1 jit_requested:616:17:1 gpl_compatible:616:18:1 cb_access:616:19:1 dst_needed:616:20:1 blinding_requested:616:21:1 blinded:616:22:1 is_func:616:23:1 kprobe_override:616:24:1 has_callchain_buf:616:25:1 enforce_expected_attach_type:616:26:1 call_get_stack:616:27:1 call_get_func_ip:616:28:1 tstamp_type_access:616:29:1 sleepable:616:30:1 type:802:32 expected_attach_type:805:64 len:580:96 jited_len:580:128 -:362:160 stats:915:448 active:642:512 bpf_func:916:576 aux:917:640 orig_prog:918:704 -:363:768
struct bpf_prog_aux 1304 refcnt:591:0 used_map_cnt:580:64 used_btf_cnt:580:96 max_ctx_offset:580:128 max_pkt_offset:580:160 max_tp_access:580:192 stack_depth:580:224 id:580:256 func_cnt:580:288 real_func_cnt:580:320 func_idx:580:352 attach_btf_id:580:384 attach_st_ops_member_off:580:416 ctx_arg_info_size:580:448 max_rdonly_access:580:480 max_rdwr_access:580:512 attach_btf:588:576 ctx_arg_info:919:640 priv_stack_ptr:583:704 dst_mutex:106:768 dst_prog:860:1024 dst_trampoline:920:1088 saved_dst_prog_type:802:1152 saved_dst_attach_type:805:1184 verifier_zext:594:1216 dev_bound:594:1224 offload_requested:594:1232 attach_btf_trace:594:1240 attach_tracing_prog:594:1248 func_proto_unreliable:594:1256 tail_call_reachable:594:1264 xdp_has_frags:594:1272 exception_cb:594:1280 exception_boundary:594:1288 is_extended:594:1296 jits_use_priv_stack:594:1304 priv_stack_requested:594:1312 changes_pkt_data:594:1320 might_sleep:594:1328 kprobe_write_ctx:594:1336 prog_array_member_cnt:585:1344 ext_mutex:106:1408 arena:921:1664 recursion_detected:922:1728 attach_func_proto:804:1792 attach_func_name:699:1856 func:923:1920 main_prog_aux:917:1984 jit_data:583:2048 poke_tab:924:2112 kfunc_tab:925:2176 kfunc_btf_tab:926:2240 size_poke_tab:580:2304 ksym:368:2368 ops:927:7168 st_ops:928:7232 used_maps:929:7296 used_maps_mutex:106:7360 used_btfs:930:7616 prog:860:7680 user:707:7744 init_private:595:7808 init_owned:594:7816 load_time:585:7872 verified_insns:580:7936 cgroup_atype:587:7968 cgroup_storage:931:8000 name:590:8128 bpf_exception_cb:932:8256 security:583:8320 token:933:8384 offload:934:8448 btf:588:8512 func_info:935:8576 func_info_aux:936:8640 linfo:937:8704 jited_linfo:938:8768 func_info_cnt:580:8832 nr_linfo:580:8864 linfo_idx:580:8896 mod:939:8960 num_exentries:580:9024 extable:940:9088 -:116:9152 stream:941:9408
struct obj_cgroup 48 refcnt:201:0 memcg:682:128 nr_charged_bytes:601:192 -:372:256
struct signal_struct 1144 sigcnt:625:0 live:601:32 nr_threads:587:64 quick_threads:587:96 thread_head:115:128 wait_chldexit:696:256 curr_target:627:448 shared_pending:173:512 multiprocess:153:704 group_exit_code:587:768 notify_count:587:800 group_exec_task:627:832 group_stop_count:587:896 flags:608:928 core_state:942:960 is_child_subreaper:608:1024:1 has_child_subreaper:608:1025:1 timer_create_restore_ids:608:1026:1 next_posix_timer_id:601:1056 posix_timers:153:1088 ignored_posix_timers:153:1152 real_timer:58:1216 it_real_incr:765:1728 it:943:1792 cputimer:374:2048 posix_cputimers:166:2240 pids:944:2880 tty_old_pgrp:639:3136 leader:587:3200 tty:945:3264 autogroup:946:3328 stats_lock:947:3392 utime:585:3456 stime:585:3520 cutime:585:3584 cstime:585:3648 gtime:585:3712 cgtime:585:3776 prev_cputime:165:3840 nvcsw:626:4032 nivcsw:626:4096 cnvcsw:626:4160 cnivcsw:626:4224 min_flt:626:4288 maj_flt:626:4352 cmin_flt:626:4416 cmaj_flt:626:4480 inblock:626:4544 oublock:626:4608 cinblock:626:4672 coublock:626:4736 maxrss:626:4800 cmaxrss:626:4864 ioac:178:4928 sum_sched_runtime:948:5376 rlim:949:5440 pacct:377:7488 stats:950:7936 audit_tty:608:8000 tty_audit_buf:951:8064 cgroup_threadgroup_rwsem:195:8128 oom_flag_origin:594:8448 oom_score_adj:675:8464 oom_score_adj_min:675:8480 oom_mm:636:8512 cred_guard_mutex:106:8576 exec_update_lock:195:8832
struct sighand_struct 2080 siglock:592:0 count:625:32 signalfd_wqh:696:64 action:952:256
struct btf_record 32 cnt:580:0 field_mask:580:32 spin_lock_off:587:64 res_spin_lock_off:587:96 timer_off:587:128 wq_off:587:160 refcount_off:587:192 task_work_off:587:224 fields:953:256
struct btf_field 48 offset:580:0 size:580:32 type:954:64 -:380:128
struct bpf_mem_alloc 64 caches:955:0 cache:956:64 objcg:589:128 percpu:594:192 work:117:256
struct task_struct__safe_rcu 32 cpus_ptr:631:0 cgroups:667:64 real_parent:627:128 group_leader:627:192
struct cgroup__safe_rcu 8 kn:691:0
struct css_set__safe_rcu 8 dfl_cgrp:689:0
struct cgroup_subsys_state__safe_rcu 8 cgroup:689:0
struct mm_struct__safe_rcu_or_null 8 exe_file:778:0
struct sk_buff__safe_rcu_or_null 8 sk:742:0
struct request_sock__safe_rcu_or_null 8 sk:742:0
struct bpf_iter_meta__safe_trusted 8 seq:957:0
struct bpf_iter__task__safe_trusted 16 meta:958:0 task:627:64
struct linux_binprm__safe_trusted 8 file:778:0
struct file__safe_trusted 8 f_inode:722:0
struct dentry__safe_trusted_or_null 8 d_inode:722:0
struct socket__safe_trusted_or_null 8 sk:742:0
struct cpumask 32 bits:959:0
struct bpf_crypto_ctx 48 type:960:0 tfm:583:64 siv_len:580:128 rcu:118:192 usage:625:320
struct xdp_md 24 data:737:0 data_end:737:32 data_meta:737:64 ingress_ifindex:737:96 rx_queue_index:737:128 egress_ifindex:737:160
struct bpf_iter_bits 16 __opaque:789:0
struct bpf_iter_css 24 __opaque:791:0
struct bpf_iter_css_task 8 __opaque:961:0
struct bpf_iter_dmabuf 8 __opaque:961:0
struct bpf_iter_kmem_cache 8 __opaque:961:0
struct bpf_iter_num 8 __opaque:961:0
struct bpf_iter_task 24 __opaque:791:0
struct bpf_iter_task_vma 8 __opaque:961:0
struct bpf_key 16 key:644:0 has_ref:594:64
struct prog_test_member 8 m:383:0 c:587:32
struct bpf_tcp_req_attrs 20 rcv_tsval:580:0 rcv_tsecr:580:32 mss:616:64 rcv_wscale:595:80 snd_wscale:595:88 ecn_ok:595:96 wscale_ok:595:104 sack_ok:595:112 tstamp_ok:595:120 usec_ts_ok:595:128 reserved:962:136
struct bpf_sock_tuple 36 -:384:0
struct bpf_ct_opts 16 netns_id:963:0 error:963:32 l4proto:595:64 dir:595:72 ct_zone_id:616:80 ct_zone_dir:595:96 reserved:962:104
struct bpf_sock_addr_kern 40 sk:742:0 uaddr:964:64 tmp_reg:585:128 t_ctx:583:192 uaddrlen:580:256
struct bpf_sock_ops_kern 64 sk:742:0 -:387:64 syn_skb:965:192 skb:965:256 skb_data_end:583:320 op:595:384 is_fullsock:595:392 is_locked_tcp_sock:595:400 remaining_opt_len:595:408 temp:585:448
struct bpf_xfrm_state_opts 36 error:963:0 netns_id:963:32 mark:580:64 daddr:966:96 spi:772:224 proto:595:256 family:616:272
struct mutex 32 owner:703:0 wait_lock:656:64 osq:114:96 wait_list:115:128
struct - 8 counter:967:0
struct raw_spinlock 4 raw_lock:968:0
struct qspinlock 4 -:110:0
union - 4 val:601:0 -:112:0 -:113:0
struct - 4 counter:587:0
struct - 2 locked:595:0 pending:595:8
struct - 4 locked_pending:616:0 tail:616:16
struct optimistic_spin_queue 4 tail:601:0
struct list_head 16 next:969:0 prev:969:64
union - 32 work:117:0 rcu:118:0
struct work_struct 32 data:703:0 entry:115:64 func:970:192
struct callback_head 16 next:653:0 func:971:64
struct spinlock 4 -:120:0
union - 4 rlock:108:0
union - 0 -:122:0 -:124:0 -:125:0
struct - 0 __empty_value:123:0 value:614:0
struct - 0
struct - 0 __empty_ptrs:123:0 ptrs:972:0
struct - 0 __empty_pptrs:123:0 pptrs:972:0
union - 256 freelist:127:0 lru:128:0
struct pcpu_freelist 8 freelist:973:0
struct bpf_lru 256 -:129:0 del_from_htab:974:1536 del_arg:583:1600 hash_offset:608:1664 target_free:608:1696 nr_scans:608:1728 percpu:594:1760
union - 192 common_lru:130:0 percpu_lru:975:0
struct bpf_common_lru 192 lru_list:131:0 local_list:976:1024
struct bpf_lru_list 128 lists:977:0 counts:978:384 next_inactive_rotation:969:448 lock:605:512
struct percpu_counter 40 lock:656:0 count:967:64 list:115:128 counters:979:256
struct sk_psock_progs 64 msg_parser:860:0 stream_parser:860:64 stream_verdict:860:128 skb_verdict:860:192 msg_parser_link:980:256 stream_parser_link:980:320 stream_verdict_link:980:384 skb_verdict_link:980:448
struct rb_root 8 rb_node:981:0
struct bpf_struct_ops_value 64 common:136:0 data:614:512
struct bpf_struct_ops_common_value 8 refcnt:625:0 state:982:32
struct refcount_struct 4 refs:601:0
struct range_tree 32 it_root:139:0 range_size_root:139:128
struct rb_root_cached 16 rb_root:134:0 rb_leftmost:981:64
struct thread_info 24 flags:626:0 syscall_work:626:64 status:580:128 cpu:580:160
struct __call_single_node 16 llist:142:0 -:143:64 src:616:96 dst:616:112
struct llist_node 8 next:983:0
union - 4 u_flags:608:0 a_flags:601:0
struct sched_entity 256 load:145:0 run_node:146:128 deadline:585:320 min_vruntime:585:384 min_slice:585:448 max_slice:585:512 group_node:115:576 on_rq:706:704 sched_delayed:706:712 rel_deadline:706:720 custom_slice:706:728 exec_start:585:768 sum_exec_runtime:585:832 prev_sum_exec_runtime:585:896 vruntime:585:960 -:147:1024 slice:585:1088 nr_migrations:585:1152 depth:587:1216 parent:984:1280 cfs_rq:985:1344 my_q:985:1408 runnable_weight:626:1472 avg:148:1536
struct load_weight 16 weight:626:0 inv_weight:580:64
struct rb_node 24 __rb_parent_color:626:0 rb_right:981:64 rb_left:981:128
union - 8 vlag:967:0 vprot:585:0
struct sched_avg 64 last_update_time:585:0 load_sum:585:64 runnable_sum:585:128 util_sum:580:192 period_contrib:580:224 load_avg:626:256 runnable_avg:626:320 util_avg:626:384 util_est:608:448
struct sched_rt_entity 72 run_list:115:0 timeout:626:128 watchdog_stamp:626:192 time_slice:608:256 on_rq:634:288 on_list:634:304 back:986:320 parent:986:384 rt_rq:987:448 my_q:987:512
struct sched_dl_entity 240 rb_node:146:0 dl_runtime:585:192 dl_deadline:585:256 dl_period:585:320 dl_bw:585:384 dl_density:585:448 runtime:967:512 deadline:585:576 flags:608:640 dl_throttled:608:672:1 dl_yielded:608:673:1 dl_non_contending:608:674:1 dl_overrun:608:675:1 dl_server:608:676:1 dl_server_active:608:677:1 dl_defer:608:678:1 dl_defer_armed:608:679:1 dl_defer_running:608:680:1 dl_timer:58:704 inactive_timer:58:1216 rq:988:1728 server_pick_task:989:1792 pi_se:628:1856
struct timerqueue_node 32 node:146:0 expires:765:192
struct sched_statistics 0
struct hlist_head 8 first:990:0
union rcu_special 4 b:155:0 s:580:0
struct - 4 blocked:595:0 need_qs:595:8 exp_hint:595:16 need_mb:595:24
struct sched_info 48 pcount:626:0 run_delay:948:64 max_run_delay:948:128 min_run_delay:948:192 last_arrival:948:256 last_queued:948:320
struct plist_node 40 prio:587:0 prio_list:115:64 node_list:115:192
struct restart_block 56 arch_data:626:0 fn:991:64 -:159:128
union - 40 futex:160:0 nanosleep:161:0 poll:163:0
struct - 40 uaddr:844:0 val:580:64 flags:580:96 bitset:580:128 time:585:192 uaddr2:844:256
struct - 24 clockid:992:0 type:993:32 -:162:64 expires:585:128
union - 8 rmtp:994:0 compat_rmtp:995:0
struct - 32 ufds:996:0 nfds:587:64 has_timeout:587:96 tv_sec:626:128 tv_nsec:626:192
struct hlist_node 16 next:990:0 pprev:997:64
struct prev_cputime 24 utime:585:0 stime:585:64 lock:656:128
struct posix_cputimers 80 bases:998:0 timers_active:608:576 expiry_active:608:608
struct posix_cputimer_base 24 nextevt:585:0 tqhead:168:64
struct timerqueue_head 16 rb_root:139:0
struct posix_cputimers_work 56 work:118:0 mutex:106:128 scheduled:608:384
struct sysv_sem 8 undo_list:999:0
struct sysv_shm 16 shm_clist:115:0
struct - 8 sig:1000:0
struct sigpending 24 list:115:0 signal:652:128
struct - 4 val:1001:0
struct seccomp 16 mode:587:0 filter_count:601:32 filter:1002:64
struct syscall_user_dispatch 32 selector:597:0 offset:626:64 len:626:128 on_dispatch:594:192
struct wake_q_node 8 next:1003:0
struct task_io_accounting 56 rchar:585:0 wchar:585:64 syscr:585:128 syscw:585:192 read_bytes:585:256 write_bytes:585:320 cancelled_write_bytes:585:384
struct - 128 bits:1004:0
struct seqcount_spinlock 4 seqcount:1005:0
struct seqcount 4 sequence:608:0
struct tlbflush_unmap_batch 48 arch:183:0 flush_required:594:320 writable:594:328
struct arch_tlbflush_unmap_batch 40 cpumask:87:0 unmapped_pages:594:256
struct page_frag 16 page:1006:0 offset:737:64 size:737:96
struct kmap_ctrl 0
struct unwind_task_info 40 unwind_mask:626:0 cache:1007:64 work:118:128 id:187:256
union unwind_task_id 8 -:188:0 id:585:0
struct - 8 cpu:580:0 cnt:580:32
struct thread_struct 152 tls_array:1008:0 sp:626:192 es:634:256 ds:634:272 fsindex:634:288 gsindex:634:304 fsbase:626:320 gsbase:626:384 ptrace_bps:1009:448 virtual_dr6:626:704 ptrace_dr7:626:768 cr2:626:832 trap_nr:626:896 error_code:626:960 io_bitmap:1010:1024 iopl_emul:626:1088 iopl_warn:608:1152:1 pkru:580:1184
struct desc_struct 8 limit0:616:0 base0:616:16 base1:616:32:8 type:616:40:4 s:616:44:1 dpl:616:45:2 p:616:47:1 limit1:616:48:4 avl:616:52:1 l:616:53:1 d:616:54:1 g:616:55:1 base2:616:56:8
struct - 1472 -:192:0 mm_mt:193:512 mmap_base:626:640 mmap_legacy_base:626:704 mmap_compat_base:626:768 mmap_compat_legacy_base:626:832 task_size:626:896 pgd:1011:960 membarrier_state:601:1024 mm_users:601:1056 pcpu_cid:1012:1088 mm_cid_next_scan:626:1152 nr_cpus_allowed:608:1216 max_nr_cid:601:1248 cpus_allowed_lock:656:1280 pgtables_bytes:703:1344 map_count:587:1408 page_table_lock:592:1440 mmap_lock:195:1472 mmlist:115:1792 vma_writer_wait:196:1920 mm_lock_seq:1005:1984 futex_hash_lock:106:2048 futex_phash:1013:2304 futex_phash_new:1013:2368 futex_batches:626:2432 futex_rcu:118:2496 futex_atomic:703:2624 futex_ref:1014:2688 hiwater_rss:626:2752 hiwater_vm:626:2816 total_vm:626:2880 locked_vm:626:2944 pinned_vm:591:3008 data_vm:626:3072 exec_vm:626:3136 stack_vm:626:3200 def_flags:1015:3264 write_protect_seq:1005:3328 arg_lock:592:3360 start_code:626:3392 end_code:626:3456 start_data:626:3520 end_data:626:3584 start_brk:626:3648 brk:626:3712 start_stack:626:3776 arg_start:626:3840 arg_end:626:3904 env_start:626:3968 env_end:626:4032 saved_auxv:1016:4096 rss_stat:1017:7680 binfmt:1018:8960 context:1019:9024 flags:1020:10176 ioctx_lock:592:10240 ioctx_table:1021:10304 owner:627:10368 user_ns:708:10432 exe_file:778:10496 notifier_subscriptions:1022:10560 numa_next_scan:626:10624 numa_scan_offset:626:10688 numa_scan_seq:587:10752 tlb_flush_pending:601:10784 tlb_flush_batched:601:10816 uprobes_state:199:10880 hugetlb_usage:703:11008 async_put_work:117:11072 ksm_merging_pages:626:11328 ksm_rmap_items:626:11392 ksm_zero_pages:703:11456 mm_id:1023:11520
struct - 64 mm_count:601:0
struct maple_tree 16 -:194:0 ma_flags:608:32 ma_root:583:64
union - 4 ma_lock:592:0
struct rw_semaphore 40 count:703:0 owner:703:64 osq:114:128 wait_lock:656:160 wait_list:115:192
struct rcuwait 8 task:627:0
struct - 144 ctx_id:585:0 tlb_gen:591:64 next_trim_cpumask:626:128 ldt_usr_sem:195:192 ldt:1024:512 flags:626:576 lock:106:640 vdso:583:896 vdso_image:1025:960 perf_rdpmc_allowed:601:1024 pkey_allocation_map:616:1056 execute_only_pkey:854:1072 global_asid:616:1088 asid_transition:594:1104
struct - 8 __mm_flags:1000:0
struct uprobes_state 16 xol_area:1026:0 head_tramps:153:64
struct cgroup_subsys_state 208 cgroup:689:0 ss:1027:64 refcnt:201:128 rstat_cpu:1028:256 sibling:115:320 children:115:448 id:587:576 flags:608:608 serial_nr:585:640 online_cnt:601:704 destroy_work:117:768 destroy_rwork:202:1024 parent:1029:1472 nr_descendants:587:1536 rstat_flush_next:1029:1600
struct percpu_ref 16 percpu_count_ptr:626:0 data:1030:64
struct rcu_work 56 work:117:0 rcu:118:256 wq:1031:384
struct cgroup_file 56 kn:691:0 notified_at:626:64 notify_timer:59:128
struct cacheline_padding 0 x:614:0
struct cgroup_base_stat 32 cputime:206:0 ntime:585:192
struct task_cputime 24 stime:585:0 utime:585:64 sum_exec_runtime:948:128
struct wait_queue_head 24 lock:592:0 head:115:64
struct cgroup_bpf 1024 effective:1032:0 progs:1033:2432 flags:1034:4864 revisions:1035:5184 storages:115:7616 inactive:1036:7744 refcnt:201:7808 release_work:117:7936
struct cgroup_freezer_state 32 freeze:594:0 e_freeze:594:8 nr_frozen_descendants:587:32 nr_frozen_tasks:587:64 freeze_seq:666:96 freeze_start_nsec:585:128 frozen_nsec:585:192
union - 32 dir:211:0 symlink:212:0 attr:213:0
struct kernfs_elem_dir 32 subdirs:626:0 children:134:64 root:1037:128 rev:626:192
struct kernfs_elem_symlink 8 target_kn:691:0
struct kernfs_elem_attr 32 ops:1038:0 open:1039:64 size:724:128 notify_next:691:192
struct - 4 val:1040:0
struct - 8 val:585:0
union - 16 non_rcu:587:0 rcu:118:0
struct - 48 ino:585:0 pidfs_node:146:64 stashed:739:256 attr:1041:320
struct upid 16 nr:587:0 ns:716:64
union - 16 f_path:1042:0 __f_path:30:0
union - 32 f_pos_lock:106:0 f_pipe:585:0
union - 32 f_task_work:118:0 f_llist:142:0 f_ra:222:0 f_freeptr:1043:0
struct file_ra_state 32 start:626:0 size:608:64 async_size:608:96 ra_pages:608:128 order:634:160 mmap_miss:634:176 prev_pos:724:192
struct - 8 v:626:0
struct - 8 refcnt:591:0
union - 4 i_nlink:1044:0 __i_nlink:608:0
union - 16 i_dentry:153:0 i_rcu:118:0
union - 8 i_fop:721:0 free_inode:1045:0
struct address_space 192 host:722:0 i_pages:229:64 invalidate_lock:195:192 gfp_mask:763:512 i_mmap_writable:601:544 i_mmap:139:576 nrpages:626:704 writeback_index:626:768 a_ops:1046:832 flags:626:896 wb_err:725:960 i_private_lock:592:992 i_private_list:115:1024 i_mmap_rwsem:195:1152 i_private_data:583:1472
struct xarray 16 xa_lock:592:0 xa_flags:763:32 xa_head:583:64
union - 16 i_devices:115:0 i_linklen:587:0
union - 8 i_pipe:680:0 i_cdev:1047:0 i_link:597:0 i_dir_seq:608:0
struct hlist_bl_node 16 next:1048:0 pprev:1049:64
union - 16 __d_name:234:0 d_name:1050:0
struct qstr 16 -:235:0 name:875:64
union - 8 -:236:0 hash_len:585:0
struct - 8 hash:580:0 len:580:32
union shortname_store 40 string:1051:0 words:1052:0
struct lockref 8 -:239:0
union - 8 lock_count:790:0 -:240:0
struct - 8 lock:592:0 count:587:32
union - 16 d_lru:115:0 d_wait:1053:0
union - 16 d_alias:164:0 d_in_lookup_hash:232:0 d_rcu:118:0
union - 24 -:244:0 rbnode:146:0 list:115:0 ll_node:142:0
struct - 24 next:965:0 prev:965:64 -:245:128
union - 8 dev:782:0 dev_scratch:626:0
union - 8 tstamp:765:0 skb_mstamp_ns:585:0
union - 16 -:248:0 tcp_tsorted_anchor:115:0 _sk_redir:626:0
struct - 16 _skb_refdst:626:0 destructor:1054:64
union - 56 -:250:0 headers:250:0
struct - 56 __pkt_type_offset:745:0 pkt_type:746:0:3 ignore_df:746:3:1 dst_pending_confirm:746:4:1 ip_summed:746:5:2 ooo_okay:746:7:1 __mono_tc_offset:745:8 tstamp_type:746:8:2 tc_at_ingress:746:10:1 tc_skip_classify:746:11:1 remcsum_offload:746:12:1 csum_complete_sw:746:13:1 csum_level:746:14:2 inner_protocol_type:746:16:1 l4_hash:746:17:1 sw_hash:746:18:1 no_fcs:746:19:1 encapsulation:746:20:1 encap_hdr_csum:746:21:1 csum_valid:746:22:1 nf_trace:746:23:1 redirected:746:24:1 from_ingress:746:25:1 nf_skip_egress:746:26:1 slow_gro:746:27:1 unreadable:746:28:1 tc_index:744:32 alloc_cpu:616:48 -:251:64 priority:737:96 skb_iif:587:128 hash:737:160 -:253:192 -:255:224 secmark:737:256 -:256:288 -:257:320 inner_transport_header:744:336 inner_network_header:744:352 inner_mac_header:744:368 protocol:774:384 transport_header:744:400 network_header:744:416 mac_header:744:432
union - 4 csum:1055:0 -:252:0
struct - 4 csum_start:744:0 csum_offset:744:16
union - 4 vlan_all:580:0 -:254:0
struct - 4 vlan_proto:774:0 vlan_tci:744:16
union - 4 napi_id:608:0 sender_cpu:608:0
union - 4 mark:737:0 reserved_tailroom:737:0
union - 2 inner_protocol:774:0 inner_ipproto:746:0
union - 8 skc_addrpair:1056:0 -:259:0
struct - 8 skc_daddr:772:0 skc_rcv_saddr:772:32
union - 4 skc_hash:608:0 skc_u16hashes:1057:0
union - 4 skc_portpair:1058:0 -:262:0
struct - 4 skc_dport:774:0 skc_num:744:16
union - 16 skc_bind_node:164:0 skc_portaddr_node:164:0
struct - 8 net:717:0
struct in6_addr 16 in6_u:266:0
union - 16 u6_addr8:1059:0 u6_addr16:1060:0 u6_addr32:1061:0
union - 8 skc_flags:626:0 skc_listener:742:0 skc_tw_dr:1062:0
union - 16 skc_node:164:0 skc_nulls_node:269:0
struct hlist_nulls_node 16 next:1063:0 pprev:1064:64
union - 4 skc_incoming_cpu:587:0 skc_rcv_wnd:580:0 skc_tw_rcv_nxt:580:0
union - 4 skc_rxhash:580:0 skc_window_clamp:580:0 skc_tw_snd_nxt:580:0
struct sk_buff_head 24 -:273:0 qlen:737:128 lock:592:160
union - 16 -:274:0 list:275:0
struct - 16 next:965:0 prev:965:64
struct sk_buff_list 16 next:965:0 prev:965:64
struct - 24 rmem_alloc:601:0 len:587:32 head:965:64 tail:965:128
union - 8 sk_wq:1065:0 sk_wq_raw:1065:0
struct - 32 slock:592:0 owned:587:32 wq:696:64
union - 8 sk_send_head:965:0 tcp_rtx_queue:134:0
struct - 8 raw_lock:1066:0
struct qrwlock 8 -:282:0 wait_lock:968:32
union - 4 cnts:601:0 -:283:0
struct - 4 wlocked:595:0 __lstate:962:8
union - 1 sk_txrehash:595:0 sk_scm_recv_flags:595:0 -:285:0
struct - 1 sk_scm_credentials:595:0:1 sk_scm_security:595:1:1 sk_scm_pidfd:595:2:1 sk_scm_rights:595:3:1 sk_scm_unused:595:4:4
struct sock_cgroup_data 16 cgroup:689:0 classid:580:64 prioidx:616:96
struct inet_cork_full 152 base:288:0 fl:289:512
struct inet_cork 64 flags:608:0 addr:772:32 opt:1067:64 fragsize:608:128 length:587:160 dst:755:192 tx_flags:595:256 ttl:746:264 tos:773:272 priority:580:288 gso_size:744:320 ts_opt_id:580:352 transmit_time:585:384 mark:580:448
struct flowi 88 u:290:0
union - 88 __fl_common:291:0 ip4:293:0 ip6:298:0
struct flowi_common 40 flowic_oif:587:0 flowic_iif:587:32 flowic_l3mdev:587:64 flowic_mark:737:96 flowic_dscp:1068:128 flowic_scope:746:136 flowic_proto:746:144 flowic_flags:746:152 flowic_secid:737:160 flowic_uid:655:192 flowic_multipath_hash:737:224 flowic_tun_key:292:256
struct flowi_tunnel 8 tun_id:1069:0
struct flowi4 56 __fl_common:291:0 saddr:772:320 daddr:772:352 uli:294:384
union flowi_uli 4 ports:295:0 icmpt:296:0 gre_key:772:0 mht:297:0
struct - 4 dport:774:0 sport:774:16
struct - 2 type:746:0 code:746:8
struct - 1 type:746:0
struct flowi6 88 __fl_common:291:0 daddr:265:320 saddr:265:448 flowlabel:772:576 uli:294:608 mp_hash:737:640
struct socket_wq 64 wait:696:0 fasync_list:1070:192 flags:626:256 rcu:118:320
union - 8 -:301:0 frame_sz_flags_init:585:0
struct - 8 frame_sz:580:0 flags:580:32
union - 8 cs:616:0 csx:585:0 fred_cs:303:0
struct fred_cs 8 cs:585:0:16 sl:585:16:2 wfe:585:18:1
union - 8 ss:616:0 ssx:585:0 fred_ss:305:0
struct fred_ss 8 ss:585:0:16 sti:585:16:1 swevent:585:17:1 nmi:585:18:1 vector:585:32:8 type:585:48:4 enclave:585:56:1 lm:585:57:1 nested:585:58:1 insnlen:585:60:4
struct rlimit 16 rlim_cur:1071:0 rlim_max:1071:64
union - 8 seq:957:0
union - 8 meta:958:0
union - 8 task:627:0
union - 8 map:582:0
union - 8 key:583:0
union - 8 value:583:0
union - 16 -:314:0 vm_freeptr:1043:0
struct - 16 vm_start:626:0 vm_end:626:64
struct pgprot 8 pgprot:1072:0
union - 8 vm_flags:1073:0 __vm_flags:1015:0
struct - 32 rb:146:0 rb_subtree_last:626:192
struct vm_userfaultfd_ctx 8 ctx:1074:0
struct btf_header 24 magic:744:0 version:746:16 flags:746:24 hdr_len:737:32 type_off:737:64 type_len:737:96 str_off:737:128 str_len:737:160
union - 8 -:321:0 priv_flags_fast:321:0
struct - 8 priv_flags:626:0:32 lltx:626:32:1 netmem_tx:626:33:1
struct netdev_tc_txq 4 count:616:0 offset:616:16
union - 8 lstats:1075:0 tstats:1076:0 dstats:1077:0
struct - 32 upper:115:0 lower:115:128
struct net_device_stats 184 -:326:0 -:327:64 -:328:128 -:329:192 -:330:256 -:331:320 -:332:384 -:333:448 -:334:512 -:335:576 -:336:640 -:337:704 -:338:768 -:339:832 -:340:896 -:341:960 -:342:1024 -:343:1088 -:344:1152 -:345:1216 -:346:1280 -:347:1344 -:348:1408
union - 8 rx_packets:626:0 __rx_packets:703:0
union - 8 tx_packets:626:0 __tx_packets:703:0
union - 8 rx_bytes:626:0 __rx_bytes:703:0
union - 8 tx_bytes:626:0 __tx_bytes:703:0
union - 8 rx_errors:626:0 __rx_errors:703:0
union - 8 tx_errors:626:0 __tx_errors:703:0
union - 8 rx_dropped:626:0 __rx_dropped:703:0
union - 8 tx_dropped:626:0 __tx_dropped:703:0
union - 8 multicast:626:0 __multicast:703:0
union - 8 collisions:626:0 __collisions:703:0
union - 8 rx_length_errors:626:0 __rx_length_errors:703:0
union - 8 rx_over_errors:626:0 __rx_over_errors:703:0
union - 8 rx_crc_errors:626:0 __rx_crc_errors:703:0
union - 8 rx_frame_errors:626:0 __rx_frame_errors:703:0
union - 8 rx_fifo_errors:626:0 __rx_fifo_errors:703:0
union - 8 rx_missed_errors:626:0 __rx_missed_errors:703:0
union - 8 tx_aborted_errors:626:0 __tx_aborted_errors:703:0
union - 8 tx_carrier_errors:626:0 __tx_carrier_errors:703:0
union - 8 tx_fifo_errors:626:0 __tx_fifo_errors:703:0
union - 8 tx_heartbeat_errors:626:0 __tx_heartbeat_errors:703:0
union - 8 tx_window_errors:626:0 __tx_window_errors:703:0
union - 8 rx_compressed:626:0 __rx_compressed:703:0
union - 8 tx_compressed:626:0 __tx_compressed:703:0
struct netdev_hw_addr_list 32 list:115:0 count:587:128 tree:134:192
struct ref_tracker_dir 0
struct device 696 kobj:352:0 parent:1078:512 p:1079:576 init_name:699:640 type:1080:704 bus:1081:768 driver:1082:832 platform_data:583:896 driver_data:583:960 driver_override:354:1024 mutex:106:1152 links:355:1408 power:356:1856 pm_domain:1083:3968 msi:358:4032 dma_mask:1084:4160 coherent_dma_mask:585:4224 bus_dma_limit:585:4288 dma_range_map:1085:4352 dma_parms:1086:4416 dma_pools:115:4480 dma_io_tlb_mem:1087:4608 archdata:359:4672 of_node:1088:4672 fwnode:1089:4736 numa_node:587:4800 devt:730:4832 id:580:4864 devres_lock:592:4896 devres_head:115:4928 class:1090:5056 groups:1091:5120 release:1092:5184 iommu_group:1093:5248 iommu:1094:5312 physical_location:1095:5376 removable:1096:5440 offline_disabled:594:5472:1 offline:594:5473:1 of_node_reused:594:5474:1 state_synced:594:5475:1 can_match:594:5476:1 dma_skip_sync:594:5477:1 dma_iommu:594:5478:1 flags:1000:5504
struct kobject 64 name:699:0 entry:115:64 parent:1097:192 kset:873:256 ktype:1098:320 sd:691:384 kref:353:448 state_initialized:608:480:1 state_in_sysfs:608:481:1 state_add_uevent_sent:608:482:1 state_remove_uevent_sent:608:483:1 uevent_suppress:608:484:1
struct kref 4 refcount:625:0
struct - 16 name:699:0 lock:592:64
struct dev_links_info 56 suppliers:115:0 consumers:115:128 defer_sync:115:256 status:1099:384
struct dev_pm_info 264 power_state:1100:0 can_wakeup:594:32:1 async_suspend:594:33:1 in_dpm_list:594:34:1 is_prepared:594:35:1 is_suspended:594:36:1 is_noirq_suspended:594:37:1 is_late_suspended:594:38:1 no_pm:594:39:1 early_init:594:40:1 direct_complete:594:41:1 driver_flags:580:64 lock:592:96 should_wakeup:594:128:1 suspend_timer:58:192 timer_expires:585:704 work:117:768 wait_queue:696:1024 wakeirq:1101:1216 usage_count:601:1280 child_count:601:1312 disable_depth:608:1344:3 idle_notification:594:1347:1 request_pending:594:1348:1 deferred_resume:594:1349:1 needs_force_resume:594:1350:1 runtime_auto:594:1351:1 ignore_children:594:1352:1 no_callbacks:594:1353:1 irq_safe:594:1354:1 use_autosuspend:594:1355:1 timer_autosuspends:594:1356:1 memalloc_noio:594:1357:1 links_count:608:1376 request:1102:1408 runtime_status:1103:1440 last_status:1103:1472 runtime_error:587:1504 autosuspend_delay:587:1536 last_busy:585:1600 active_time:585:1664 suspended_time:585:1728 accounting_timestamp:585:1792 subsys_data:1104:1856 set_latency_tolerance:1105:1920 qos:1106:1984 detach_power_off:594:2048:1
struct pm_message 4 event:587:0
struct dev_msi_info 16 domain:1107:0 data:1108:64
struct dev_archdata 0
struct bpf_xdp_entity 16 prog:860:0 link:1109:64
struct robust_list 8 next:914:0
union - 32 digest:579:0 tag:1110:0
union - 0 -:364:0 -:366:0
struct - 0 __empty_insns:123:0 insns:1111:0
struct sock_filter 8 code:744:0 jt:746:16 jf:746:24 k:737:32
struct - 0 __empty_insnsi:123:0 insnsi:1112:0
struct bpf_insn 8 code:746:0 dst_reg:746:8:4 src_reg:746:12:4 off:773:16 imm:754:32
struct bpf_ksym 600 start:626:0 end:626:64 name:1113:128 lnode:115:4224 tnode:369:4352 prog:594:4736 init_private:595:4744
struct latch_tree_node 48 node:1114:0
struct bpf_stream 64 capacity:601:0 log:371:64 lock:106:128 backlog_head:983:384 backlog_tail:983:448
struct llist_head 8 first:983:0
union - 16 list:115:0 rcu:118:0
struct cpu_itimer 16 expires:585:0 incr:585:64
struct thread_group_cputimer 24 cputime_atomic:375:0
struct task_cputime_atomic 24 utime:591:0 stime:591:64 sum_exec_runtime:591:128
struct - 8 seqcount:666:0 lock:592:32
struct pacct_struct 56 ac_flag:587:0 ac_exitcode:758:64 ac_mem:626:128 ac_utime:585:192 ac_stime:585:256 ac_minflt:626:320 ac_majflt:626:384
struct k_sigaction 32 sa:379:0
struct sigaction 32 sa_handler:1115:0 sa_flags:626:64 sa_restorer:1116:128 sa_mask:652:192
union - 32 kptr:381:0 graph_root:382:0
struct btf_field_kptr 32 btf:588:0 module:939:64 dtor:1117:128 btf_id:580:192
struct btf_field_graph_root 24 btf:588:0 value_btf_id:580:64 node_offset:580:96 value_rec:586:128
struct prog_test_member1 4 a:587:0
union - 36 ipv4:385:0 ipv6:386:0
struct - 12 saddr:772:0 daddr:772:32 sport:774:64 dport:774:80
struct - 36 saddr:1061:0 daddr:1061:128 sport:774:256 dport:774:272
union - 16 args:1118:0 reply:580:0 replylong:1118:0
union - 16 a4:772:0 a6:1061:0 in6:265:0
func_proto - 0
func_proto - 1119 p__map:583 addr__ign:1119 page_cnt:580 node_id:587 flags:585
func_proto - 0 p__map:583 ptr__ign:1119 page_cnt:580
func_proto - 587 p__map:583 ptr__ign:1119 page_cnt:580
func_proto - 583 obj:583
func_proto - 689 cgrp:689
func_proto - 689 cgrp:689 level:587
func_proto - 689 cgid:585
func_proto - 587 cgroup:689 name__str:699 value_p:1120
func_proto - 0 cgrp:689
func_proto - 587 dptr:1120 off:580 size:580 unsafe_ptr__ign:700
func_proto - 587 dst:583 dst__sz:580 unsafe_ptr__ign:700 flags:585
func_proto - 587 dptr:1120 off:580 size:580 unsafe_ptr__ign:700 tsk:627
func_proto - 587 dst:583 dst__sz:580 unsafe_ptr__ign:700 tsk:627 flags:585
func_proto - 1121 cpumask:1121
func_proto - 594 dst:1121 src1:1122 src2:1122
func_proto - 580 src1:1122 src2:1122
func_proto - 580 cpumask:1122
func_proto - 0 cpumask:1121
func_proto - 0 cpu:580 cpumask:1121
func_proto - 0 dst:1121 src:1122
func_proto - 1121
func_proto - 594 cpumask:1122
func_proto - 594 src1:1122 src2:1122
func_proto - 0 dst:1121 src1:1122 src2:1122
func_proto - 587 cpumask:1123 src:583 src__sz:604
func_proto - 1124 ctx:1124
func_proto - 1124 params:1125 params__sz:580 err:642
func_proto - 0 ctx:1124
func_proto - 587 ctx:1124 src:1126 dst:1126 siv__nullable:1126
func_proto - 587 nfct:1127 status:580
func_proto - 587 nfct:1127 timeout:580
func_proto - 1127 nfct_i:1128
func_proto - 0 nfct:1127
func_proto - 587 nfct:1128 addr:1129 port:587 manip:1130
func_proto - 587 nfct:1131 status:580
func_proto - 0 nfct:1128 timeout:580
func_proto - 587 p:1126 start:580 end:580
func_proto - 587 p:1126 clone__uninit:1120
func_proto - 587 dst_ptr:1120 dst_off:580 src_ptr:1120 src_off:580 size:580
func_proto - 587 s:1132 flags:585 ptr__uninit:1120
func_proto - 587 skb_:1132 flags:585 ptr__uninit:1120
func_proto - 587 x:1133 flags:585 ptr__uninit:1120
func_proto - 594 p:1126
func_proto - 587 p:1120 offset:580 size:580 val:595
func_proto - 737 p:1126
func_proto - 583 p:1126 offset:580 buffer__opt:583 buffer__szk:580
func_proto - 587 dentry:739 name__str:699 value_p:1120
func_proto - 587 file:778 name__str:699 value_p:1120
func_proto - 1134 addr:585
func_proto - 778 task:627
func_proto - 0 it:1135
func_proto - 587 it:1135 unsafe_ptr__ign:1136 nr_words:580
func_proto - 642 it:1135
func_proto - 0 it:1137
func_proto - 587 it:1137 start:1029 flags:608
func_proto - 1029 it:1137
func_proto - 0 it:1138
func_proto - 587 it:1138 css:1029 flags:608
func_proto - 627 it:1138
func_proto - 0 it:1139
func_proto - 587 it:1139
func_proto - 1140 it:1139
func_proto - 0 it:1141
func_proto - 587 it:1141
func_proto - 1134 it:1141
func_proto - 0 it:1142
func_proto - 587 it:1142 start:587 end:587
func_proto - 642 it:1142
func_proto - 0 it:1143
func_proto - 587 it:1143 task__nullable:627 flags:608
func_proto - 627 it:1143
func_proto - 0 it:1144
func_proto - 587 it:1144 task:627 addr:585
func_proto - 786 it:1144
func_proto - 0 bkey:1145
func_proto - 0 p:1146
func_proto - 1147 head:1148
func_proto - 587 head:1148 node:1147 meta__ign:583 off:585
func_proto - 0 flags__irq_flag:677
func_proto - 1145 id:585
func_proto - 1145 serial:963 flags:585
func_proto - 967 map:1149
func_proto - 0 p__alloc:583 meta__ign:583
func_proto - 583 local_type_id__k:585 meta__ign:583
func_proto - 587 path:1150 buf:597 buf__sz:604
func_proto - 0 file:778
func_proto - 587 root:1151 node:1152 less:1153 meta__ign:583 off:585
func_proto - 594 -:1152 -:1154
func_proto - 1152 root:1151
func_proto - 1152 root:1151 node:1152
func_proto - 583 obj__ign:700 btf_id__k:580
func_proto - 583 p__refcounted_kptr:583 meta__ign:583
func_proto - 587 dentry:739 name__str:699
func_proto - 587 lock:1155
func_proto - 587 lock:1155 flags__irq_flag:677
func_proto - 0 lock:1155
func_proto - 0 lock:1155 flags__irq_flag:677
func_proto - 587 task:627 sig:587 type:1156 value:585
func_proto - 1157
func_proto - 594
func_proto - 587 dentry:739 name__str:699 value_p:1126 flags:587
func_proto - 587 s:1132 sk:742 attrs:1158 attrs__sz:587
func_proto - 1128 skb_ctx:1132 bpf_tuple:1159 tuple__sz:580 opts:1160 opts__sz:580
func_proto - 1127 skb_ctx:1132 bpf_tuple:1159 tuple__sz:580 opts:1160 opts__sz:580
func_proto - 587 sa_kern:1161 sun_path:1162 sun_path__sz:580
func_proto - 587 sock:1163
func_proto - 587 skops:1164 flags:585
func_proto - 587 s1__ign:699 s2__ign:699
func_proto - 587 s__ign:699 c:1165
func_proto - 587 s__ign:699 reject__ign:699
func_proto - 587 stream_id:587 fmt__str:699 args:700 len__sz:580 aux__prog:583
func_proto - 587 s__ign:699
func_proto - 587 s__ign:699 count:604 c:1165
func_proto - 587 s__ign:699 count:604
func_proto - 587 s1__ign:699 s2__ign:699 len:604
func_proto - 587 s__ign:699 c:587
func_proto - 587 s__ign:699 accept__ign:699
func_proto - 627 p:627
func_proto - 627 pid:963
func_proto - 627 vpid:963
func_proto - 689 task:627 hierarchy_id:587
func_proto - 0 p:627
func_proto - 758 task:627 ancestor:689
func_proto - 587 task:627 tw:1166 map__map:583 callback:1167 aux__prog:583
func_proto - 0 cookie:585
func_proto - 587 wq:1168 p__map:583 flags:608
func_proto - 587 wq:1168 callback_fn:1169 flags:608 aux__prog:583
func_proto - 587 -:583 -:642 -:583
func_proto - 587 wq:1168 flags:608
func_proto - 1128 xdp_ctx:1133 bpf_tuple:1159 tuple__sz:580 opts:1160 opts__sz:580
func_proto - 1127 xdp_ctx:1133 bpf_tuple:1159 tuple__sz:580 opts:1160 opts__sz:580
func_proto - 1170 ctx:1133 opts:1171 opts__sz:580
func_proto - 587 ctx:1172 hash:844 rss_type:1173
func_proto - 587 ctx:1172 timestamp:1084
func_proto - 587 ctx:1172 vlan_proto:1174 vlan_tci:1175
func_proto - 587 x:1133 len:580
func_proto - 0 x:1170
func_proto - 0 -:583 -:594 -:627 -:627 -:608
typedef btf_trace_sched_switch 1176
func_proto - 0 -:583 -:627
typedef btf_trace_sched_wakeup 1177
func_proto - 0 -:583 -:627 -:638 -:1178
typedef btf_trace_sched_process_exec 1179
func_proto - 0 -:583 -:627 -:594
typedef btf_trace_sched_process_exit 1180
func_proto - 0 -:583 -:627 -:627
typedef btf_trace_sched_process_fork 1181
func_proto - 0 -:583 -:1182 -:758
typedef btf_trace_sys_enter 1183
typedef btf_trace_sys_exit 1183
func_proto - 0 -:583 -:1184 -:1185 -:594
typedef btf_trace_hrtimer_start 1186
func_proto - 0 -:583 -:1184 -:1187
typedef btf_trace_hrtimer_expire_entry 1188
func_proto - 0 -:583 -:1184
typedef btf_trace_hrtimer_expire_exit 1189
typedef btf_trace_hrtimer_cancel 1189
func_proto - 0 -:583 -:1190 -:626
typedef btf_trace_timer_start 1191
typedef btf_trace_timer_expire_entry 1191
func_proto - 0 -:583 -:1190
typedef btf_trace_timer_cancel 1192
func_proto - 0 -:583 -:587 -:1193
typedef btf_trace_irq_handler_entry 1194
func_proto - 0 -:583 -:608
typedef btf_trace_softirq_entry 1195
typedef btf_trace_softirq_exit 1195
func_proto - 0 -:583 -:1196
typedef btf_trace_workqueue_execute_start 1197
func_proto - 0 -:583 -:965 -:583 -:1198 -:742
typedef btf_trace_kfree_skb 1199
func_proto - 0 -:583 -:965
typedef btf_trace_netif_receive_skb 1200
typedef btf_trace_net_dev_queue 1200
func_proto - 0 -:583 -:627 -:585
typedef btf_trace_task_newtask 1201
func_proto - 0 -:583 -:627 -:699
typedef btf_trace_task_rename 1202
func_proto - 0 -:583 -:1203 -:1204 -:580
typedef btf_trace_xdp_exception 1205
func bpf_iter_task 1206 0
func bpf_iter_bpf_map 1207 0
func bpf_iter_bpf_prog 1208 0
func bpf_iter_bpf_map_elem 1209 0
func bpf_iter_task_file 1210 0
var bpf_prog_active 587 1
var runqueues 1211 1
var cpu_number 587 1
var irq_stat 1212 1
array - 595 587 32
typedef u32 737
ptr - 1213
ptr - 1
ptr - 0
enum bpf_map_type BPF_MAP_TYPE_UNSPEC=0 BPF_MAP_TYPE_HASH=1 BPF_MAP_TYPE_ARRAY=2 BPF_MAP_TYPE_PROG_ARRAY=3 BPF_MAP_TYPE_PERF_EVENT_ARRAY=4 BPF_MAP_TYPE_PERCPU_HASH=5 BPF_MAP_TYPE_PERCPU_ARRAY=6 BPF_MAP_TYPE_STACK_TRACE=7 BPF_MAP_TYPE_CGROUP_ARRAY=8 BPF_MAP_TYPE_LRU_HASH=9 BPF_MAP_TYPE_LRU_PERCPU_HASH=10 BPF_MAP_TYPE_LPM_TRIE=11 BPF_MAP_TYPE_ARRAY_OF_MAPS=12 BPF_MAP_TYPE_HASH_OF_MAPS=13 BPF_MAP_TYPE_DEVMAP=14 BPF_MAP_TYPE_SOCKMAP=15 BPF_MAP_TYPE_CPUMAP=16 BPF_MAP_TYPE_XSKMAP=17 BPF_MAP_TYPE_SOCKHASH=18 BPF_MAP_TYPE_CGROUP_STORAGE_DEPRECATED=19 BPF_MAP_TYPE_CGROUP_STORAGE=19 BPF_MAP_TYPE_REUSEPORT_SOCKARRAY=20 BPF_MAP_TYPE_PERCPU_CGROUP_STORAGE_DEPRECATED=21 BPF_MAP_TYPE_PERCPU_CGROUP_STORAGE=21 BPF_MAP_TYPE_QUEUE=22 BPF_MAP_TYPE_STACK=23 BPF_MAP_TYPE_SK_STORAGE=24 BPF_MAP_TYPE_DEVMAP_HASH=25 BPF_MAP_TYPE_STRUCT_OPS=26 BPF_MAP_TYPE_RINGBUF=27 BPF_MAP_TYPE_INODE_STORAGE=28 BPF_MAP_TYPE_TASK_STORAGE=29 BPF_MAP_TYPE_BLOOM_FILTER=30 BPF_MAP_TYPE_USER_RINGBUF=31 BPF_MAP_TYPE_CGRP_STORAGE=32 BPF_MAP_TYPE_ARENA=33 __MAX_BPF_MAP_TYPE=34
typedef u64 790
ptr - 71
int int 4 1 32
ptr - 62
ptr - 68
array - 1165 587 16
typedef atomic64_t 107
typedef spinlock_t 119
ptr - 60
typedef bool 1214
typedef u8 746
ptr - 967
ptr - 1165
ptr - 1215
ptr - 1216
ptr - 1217
typedef atomic_t 111
array - 1218 587 0
ptr - 1219
typedef size_t 1220
typedef rqspinlock_t 109
ptr - 1221
ptr - 153
int unsigned+int 4 0 32
ptr - 742
ptr - 1222
ptr - 1223
array - 1224 587 0
array - 742 587 0
array - 1165 587 0
ptr - 1225
typedef u16 744
ptr - 1226
ptr - 980
ptr - 1227
array - 583 587 8
ptr - 135
ptr - 1228
array - 626 587 0
ptr - 1229
typedef refcount_t 137
int long+unsigned+int 8 0 64
ptr - 19
ptr - 150
ptr - 1230
ptr - 1231
ptr - 1232
ptr - 633
typedef cpumask_t 87
int short+unsigned+int 2 0 16
ptr - 1233
ptr - 20
ptr - 228
typedef pid_t 1234
ptr - 25
array - 164 587 4
ptr - 1235
ptr - 587
ptr - 1236
ptr - 1237
ptr - 1238
ptr - 1239
ptr - 1240
ptr - 1241
ptr - 26
ptr - 69
ptr - 70
typedef sigset_t 172
ptr - 118
ptr - 1242
typedef kuid_t 174
typedef raw_spinlock_t 108
ptr - 1243
ptr - 106
ptr - 1244
ptr - 1245
ptr - 1246
ptr - 1247
ptr - 1248
ptr - 1249
typedef nodemask_t 179
typedef seqcount_spinlock_t 180
ptr - 21
ptr - 65
ptr - 1250
ptr - 1251
array - 595 587 4
ptr - 1252
ptr - 1253
ptr - 1254
int short+int 2 1 16
ptr - 1255
ptr - 626
array - 626 587 3
ptr - 1256
ptr - 1257
ptr - 1258
ptr - 1259
ptr - 1260
ptr - 1261
ptr - 1262
ptr - 1263
ptr - 1264
array - 1029 587 12
ptr - 22
array - 115 587 12
ptr - 23
array - 203 587 3
array - 587 587 12
ptr - 1265
ptr - 1266
typedef wait_queue_head_t 207
ptr - 1267
array - 689 587 0
ptr - 1268
ptr - 1269
typedef umode_t 634
ptr - 1270
typedef atomic_long_t 591
typedef kgid_t 214
typedef kernel_cap_t 215
int unsigned+char 1 0 8
ptr - 1271
ptr - 1272
ptr - 1273
ptr - 1274
array - 153 587 4
array - 218 587 0
ptr - 1275
ptr - 1276
ptr - 1277
ptr - 1278
ptr - 1279
ptr - 1280
ptr - 1281
typedef fmode_t 608
ptr - 1282
ptr - 28
ptr - 1283
typedef loff_t 1284
typedef errseq_t 580
typedef file_ref_t 224
ptr - 1285
ptr - 1286
ptr - 1287
typedef dev_t 1288
typedef time64_t 1289
enum rw_hint WRITE_LIFE_NOT_SET=0 WRITE_LIFE_NONE=1 WRITE_LIFE_SHORT=2 WRITE_LIFE_MEDIUM=3 WRITE_LIFE_LONG=4 WRITE_LIFE_EXTREME=5 WRITE_LIFE_HINT_NR=6
typedef blkcnt_t 585
enum inode_state_flags_t I_NEW=1 I_SYNC=2 I_LRU_ISOLATING=4 I_DIRTY_SYNC=16 I_DIRTY_DATASYNC=32 I_DIRTY_PAGES=64 I_WILL_FREE=128 I_FREEING=256 I_CLEAR=512 I_REFERENCED=1024 I_LINKABLE=2048 I_DIRTY_TIME=4096 I_WB_SWITCH=8192 I_OVL_INUSE=16384 I_CREATING=32768 I_DONTCACHE=65536 I_SYNC_QUEUED=131072 I_PINNING_NETFS_WB=262144
ptr - 1290
ptr - 1291
typedef __u32 608
ptr - 1292
ptr - 29
ptr - 1293
ptr - 1294
ptr - 33
array - 1165 587 48
typedef __u16 634
array - 746 587 0
typedef __u8 706
typedef sk_buff_data_t 608
ptr - 706
ptr - 1295
volatile - 706
ptr - 1296
typedef possible_net_t 264
array - 587 587 0
typedef __s32 587
ptr - 1297
ptr - 1298
ptr - 0
int long+int 8 1 64
ptr - 35
array - 1299 587 2
typedef socket_lock_t 278
typedef netdev_features_t 585
typedef gfp_t 608
typedef rwlock_t 280
typedef ktime_t 967
ptr - 0
ptr - 1300
ptr - 1301
typedef netns_tracker 123
ptr - 1302
ptr - 1303
typedef __be32 737
typedef __s16 675
typedef __be16 744
ptr - 1304
ptr - 1305
typedef socket_state 1306
ptr - 27
ptr - 1307
ptr - 1308
ptr - 1309
ptr - 63
ptr - 0
ptr - 1310
ptr - 1311
ptr - 57
ptr - 24
array - 1165 587 256
array - 790 587 2
typedef __u64 948
array - 790 587 3
array - 790 587 4
array - 737 587 1
typedef pgprot_t 315
ptr - 1312
ptr - 1313
ptr - 1314
ptr - 1315
ptr - 0
ptr - 1316
ptr - 0
enum bpf_prog_type BPF_PROG_TYPE_UNSPEC=0 BPF_PROG_TYPE_SOCKET_FILTER=1 BPF_PROG_TYPE_KPROBE=2 BPF_PROG_TYPE_SCHED_CLS=3 BPF_PROG_TYPE_SCHED_ACT=4 BPF_PROG_TYPE_TRACEPOINT=5 BPF_PROG_TYPE_XDP=6 BPF_PROG_TYPE_PERF_EVENT=7 BPF_PROG_TYPE_CGROUP_SKB=8 BPF_PROG_TYPE_CGROUP_SOCK=9 BPF_PROG_TYPE_LWT_IN=10 BPF_PROG_TYPE_LWT_OUT=11 BPF_PROG_TYPE_LWT_XMIT=12 BPF_PROG_TYPE_SOCK_OPS=13 BPF_PROG_TYPE_SK_SKB=14 BPF_PROG_TYPE_CGROUP_DEVICE=15 BPF_PROG_TYPE_SK_MSG=16 BPF_PROG_TYPE_RAW_TRACEPOINT=17 BPF_PROG_TYPE_CGROUP_SOCK_ADDR=18 BPF_PROG_TYPE_LWT_SEG6LOCAL=19 BPF_PROG_TYPE_LIRC_MODE2=20 BPF_PROG_TYPE_SK_REUSEPORT=21 BPF_PROG_TYPE_FLOW_DISSECTOR=22 BPF_PROG_TYPE_CGROUP_SYSCTL=23 BPF_PROG_TYPE_RAW_TRACEPOINT_WRITABLE=24 BPF_PROG_TYPE_CGROUP_SOCKOPT=25 BPF_PROG_TYPE_TRACING=26 BPF_PROG_TYPE_STRUCT_OPS=27 BPF_PROG_TYPE_EXT=28 BPF_PROG_TYPE_LSM=29 BPF_PROG_TYPE_SK_LOOKUP=30 BPF_PROG_TYPE_SYSCALL=31 BPF_PROG_TYPE_NETFILTER=32 __MAX_BPF_PROG_TYPE=33
array - 585 587 2
ptr - 1317
enum bpf_attach_type BPF_CGROUP_INET_INGRESS=0 BPF_CGROUP_INET_EGRESS=1 BPF_CGROUP_INET_SOCK_CREATE=2 BPF_CGROUP_SOCK_OPS=3 BPF_SK_SKB_STREAM_PARSER=4 BPF_SK_SKB_STREAM_VERDICT=5 BPF_CGROUP_DEVICE=6 BPF_SK_MSG_VERDICT=7 BPF_CGROUP_INET4_BIND=8 BPF_CGROUP_INET6_BIND=9 BPF_CGROUP_INET4_CONNECT=10 BPF_CGROUP_INET6_CONNECT=11 BPF_CGROUP_INET4_POST_BIND=12 BPF_CGROUP_INET6_POST_BIND=13 BPF_CGROUP_UDP4_SENDMSG=14 BPF_CGROUP_UDP6_SENDMSG=15 BPF_LIRC_MODE2=16 BPF_FLOW_DISSECTOR=17 BPF_CGROUP_SYSCTL=18 BPF_CGROUP_UDP4_RECVMSG=19 BPF_CGROUP_UDP6_RECVMSG=20 BPF_CGROUP_GETSOCKOPT=21 BPF_CGROUP_SETSOCKOPT=22 BPF_TRACE_RAW_TP=23 BPF_TRACE_FENTRY=24 BPF_TRACE_FEXIT=25 BPF_MODIFY_RETURN=26 BPF_LSM_MAC=27 BPF_TRACE_ITER=28 BPF_CGROUP_INET4_GETPEERNAME=29 BPF_CGROUP_INET6_GETPEERNAME=30 BPF_CGROUP_INET4_GETSOCKNAME=31 BPF_CGROUP_INET6_GETSOCKNAME=32 BPF_XDP_DEVMAP=33 BPF_CGROUP_INET_SOCK_RELEASE=34 BPF_XDP_CPUMAP=35 BPF_SK_LOOKUP=36 BPF_XDP=37 BPF_SK_SKB_VERDICT=38 BPF_SK_REUSEPORT_SELECT=39 BPF_SK_REUSEPORT_SELECT_OR_MIGRATE=40 BPF_PERF_EVENT=41 BPF_TRACE_KPROBE_MULTI=42 BPF_LSM_CGROUP=43 BPF_STRUCT_OPS=44 BPF_NETFILTER=45 BPF_TCX_INGRESS=46 BPF_TCX_EGRESS=47 BPF_TRACE_UPROBE_MULTI=48 BPF_CGROUP_UNIX_CONNECT=49 BPF_CGROUP_UNIX_SENDMSG=50 BPF_CGROUP_UNIX_RECVMSG=51 BPF_CGROUP_UNIX_GETPEERNAME=52 BPF_CGROUP_UNIX_GETSOCKNAME=53 BPF_NETKIT_PRIMARY=54 BPF_NETKIT_PEER=55 BPF_TRACE_KPROBE_SESSION=56 BPF_TRACE_UPROBE_SESSION=57 __MAX_BPF_ATTACH_TYPE=58
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 1318
ptr - 1319
ptr - 580
ptr - 1320
ptr - 1321
ptr - 1322
ptr - 1323
array - 1165 587 56
ptr - 737
ptr - 1324
ptr - 1325
ptr - 1326
typedef s16 773
array - 322 587 16
array - 1327 587 2
ptr - 1328
ptr - 1329
ptr - 1330
ptr - 66
ptr - 1331
ptr - 1332
ptr - 1333
ptr - 1334
typedef xdp_features_t 580
ptr - 1335
ptr - 1336
ptr - 1337
ptr - 1338
ptr - 1339
ptr - 1340
array - 706 587 32
ptr - 1341
ptr - 1342
ptr - 1343
ptr - 1344
ptr - 1345
ptr - 1346
array - 153 587 16
ptr - 0
enum netdev_ml_priv_type ML_PRIV_NONE=0 ML_PRIV_CAN=1
enum netdev_stat_type NETDEV_PCPU_STAT_NONE=0 NETDEV_PCPU_STAT_LSTATS=1 NETDEV_PCPU_STAT_TSTATS=2 NETDEV_PCPU_STAT_DSTATS=3
array - 884 587 5
ptr - 1347
ptr - 1348
ptr - 1349
ptr - 1350
ptr - 1351
array - 595 587 16
ptr - 1352
ptr - 1353
ptr - 1354
ptr - 1355
ptr - 1356
ptr - 1357
ptr - 1358
ptr - 1359
ptr - 1360
array - 360 587 3
typedef netdevice_tracker 123
ptr - 1361
ptr - 1362
ptr - 1363
ptr - 1364
array - 153 587 2
ptr - 1365
array - 595 587 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 0
ptr - 361
ptr - 1366
ptr - 0
ptr - 67
ptr - 1367
ptr - 1368
ptr - 1369
ptr - 18
ptr - 0
ptr - 860
ptr - 1370
ptr - 1371
ptr - 1372
ptr - 1373
ptr - 1374
ptr - 582
ptr - 1375
array - 582 587 2
ptr - 0
ptr - 1376
ptr - 1377
ptr - 1378
ptr - 1379
ptr - 1380
ptr - 583
ptr - 1381
ptr - 1382
array - 370 587 2
ptr - 1383
array - 373 587 2
array - 639 587 4
ptr - 1384
ptr - 1385
typedef seqlock_t 376
int long+long+unsigned+int 8 0 64
array - 306 587 16
ptr - 1386
ptr - 1387
array - 378 587 64
array - 72 587 0
enum btf_field_type BPF_SPIN_LOCK=1 BPF_TIMER=2 BPF_KPTR_UNREF=4 BPF_KPTR_REF=8 BPF_KPTR_PERCPU=16 BPF_KPTR=28 BPF_LIST_HEAD=32 BPF_LIST_NODE=64 BPF_RB_ROOT=128 BPF_RB_NODE=256 BPF_GRAPH_NODE=320 BPF_GRAPH_ROOT=160 BPF_REFCOUNT=512 BPF_WORKQUEUE=1024 BPF_UPTR=2048 BPF_RES_SPIN_LOCK=4096 BPF_TASK_WORK=8192
ptr - 1388
ptr - 1389
ptr - 39
ptr - 41
array - 626 587 4
ptr - 1390
array - 790 587 1
array - 595 587 3
typedef s32 754
ptr - 1391
ptr - 31
typedef xfrm_address_t 388
typedef s64 1289
typedef arch_spinlock_t 109
ptr - 115
typedef work_func_t 1392
ptr - 0
array - 583 587 0
ptr - 1393
typedef del_from_htab_func 1394
ptr - 131
ptr - 1395
array - 115 587 3
array - 608 587 2
ptr - 963
ptr - 1396
ptr - 146
enum bpf_struct_ops_state BPF_STRUCT_OPS_STATE_INIT=0 BPF_STRUCT_OPS_STATE_INUSE=1 BPF_STRUCT_OPS_STATE_TOBEFREE=2 BPF_STRUCT_OPS_STATE_READY=3
ptr - 142
ptr - 144
ptr - 1397
ptr - 149
ptr - 1398
ptr - 1211
typedef dl_server_pick_f 1399
ptr - 164
ptr - 0
typedef clockid_t 1400
enum timespec_type TT_NONE=0 TT_NATIVE=1 TT_COMPAT=2
ptr - 1401
ptr - 1402
ptr - 1403
ptr - 990
array - 167 587 3
ptr - 1404
array - 626 587 1
typedef uid_t 1405
ptr - 1406
ptr - 177
array - 626 587 16
typedef seqcount_t 181
ptr - 1407
ptr - 1408
array - 190 587 3
array - 1409 587 4
ptr - 1410
ptr - 1411
ptr - 1412
ptr - 1413
ptr - 608
typedef vm_flags_t 626
array - 626 587 56
array - 132 587 4
ptr - 1414
typedef mm_context_t 197
typedef mm_flags_t 198
ptr - 1415
ptr - 1416
typedef mm_id_t 608
ptr - 1417
ptr - 1418
ptr - 1419
ptr - 1420
ptr - 1421
ptr - 200
ptr - 1422
ptr - 1423
array - 1036 587 38
array - 153 587 38
array - 595 587 38
array - 585 587 38
ptr - 1424
ptr - 1425
ptr - 1426
ptr - 1427
typedef gid_t 1428
ptr - 1429
const - 30
typedef freeptr_t 223
const - 608
ptr - 0
ptr - 1430
ptr - 1431
ptr - 232
ptr - 1048
const - 234
array - 706 587 40
array - 626 587 5
ptr - 696
ptr - 0
typedef __wsum 737
typedef __addrpair 790
array - 744 587 2
typedef __portpair 737
array - 746 587 16
array - 774 587 8
array - 772 587 4
ptr - 1432
ptr - 269
ptr - 1063
ptr - 299
typedef arch_rwlock_t 281
ptr - 1433
typedef dscp_t 595
typedef __be64 790
ptr - 1434
typedef __kernel_ulong_t 626
typedef pgprotval_t 626
const - 1015
ptr - 1435
ptr - 1436
ptr - 1437
ptr - 1438
ptr - 351
ptr - 1439
ptr - 1440
ptr - 1441
ptr - 1442
ptr - 1443
ptr - 585
ptr - 1444
ptr - 1445
ptr - 1446
ptr - 1447
ptr - 1448
ptr - 1449
ptr - 884
ptr - 0
ptr - 1450
ptr - 1451
ptr - 1452
enum device_removable DEVICE_REMOVABLE_NOT_SUPPORTED=0 DEVICE_REMOVABLE_UNKNOWN=1 DEVICE_FIXED=2 DEVICE_REMOVABLE=3
ptr - 352
ptr - 1453
enum dl_dev_state DL_DEV_NO_DRIVER=0 DL_DEV_PROBING=1 DL_DEV_DRIVER_BOUND=2 DL_DEV_UNBINDING=3
typedef pm_message_t 357
ptr - 1454
enum rpm_request RPM_REQ_NONE=0 RPM_REQ_IDLE=1 RPM_REQ_SUSPEND=2 RPM_REQ_AUTOSUSPEND=3 RPM_REQ_RESUME=4
enum rpm_status RPM_INVALID=-1 RPM_ACTIVE=0 RPM_RESUMING=1 RPM_SUSPENDED=2 RPM_SUSPENDING=3 RPM_BLOCKED=4
ptr - 1455
ptr - 0
ptr - 1456
ptr - 1457
ptr - 1458
ptr - 1459
array - 595 587 8
array - 365 587 0
array - 367 587 0
array - 1165 587 512
array - 146 587 2
typedef __sighandler_t 1460
typedef __sigrestore_t 1461
typedef btf_dtor_kfunc_t 1462
array - 580 587 4
ptr - 1463
ptr - 45
ptr - 56
ptr - 1464
ptr - 87
ptr - 88
ptr - 1465
ptr - 1466
ptr - 1467
ptr - 1468
ptr - 1469
enum nf_nat_manip_type NF_NAT_MANIP_SRC=0 NF_NAT_MANIP_DST=1
ptr - 1470
ptr - 1471
ptr - 89
ptr - 1472
ptr - 90
ptr - 1473
ptr - 91
ptr - 92
ptr - 93
ptr - 1474
ptr - 94
ptr - 95
ptr - 96
ptr - 97
ptr - 98
ptr - 99
ptr - 52
ptr - 51
ptr - 1475
ptr - 1042
ptr - 53
ptr - 54
ptr - 477
ptr - 1476
ptr - 50
enum pid_type PIDTYPE_PID=0 PIDTYPE_TGID=1 PIDTYPE_PGID=2 PIDTYPE_SID=3 PIDTYPE_MAX=4
ptr - 790
ptr - 100
ptr - 101
ptr - 102
ptr - 103
ptr - 1477
ptr - 32
ptr - 104
int char 1 0 8
ptr - 48
typedef bpf_task_work_callback_t 810
ptr - 47
ptr - 517
ptr - 1478
ptr - 105
ptr - 1479
ptr - 1480
ptr - 774
ptr - 616
ptr - 527
ptr - 529
ptr - 40
ptr - 531
ptr - 533
ptr - 535
ptr - 37
ptr - 537
ptr - 58
enum hrtimer_mode HRTIMER_MODE_ABS=0 HRTIMER_MODE_REL=1 HRTIMER_MODE_PINNED=2 HRTIMER_MODE_SOFT=4 HRTIMER_MODE_HARD=8 HRTIMER_MODE_ABS_PINNED=2 HRTIMER_MODE_REL_PINNED=3 HRTIMER_MODE_ABS_SOFT=4 HRTIMER_MODE_REL_SOFT=5 HRTIMER_MODE_ABS_PINNED_SOFT=6 HRTIMER_MODE_REL_PINNED_SOFT=7 HRTIMER_MODE_ABS_HARD=8 HRTIMER_MODE_REL_HARD=9 HRTIMER_MODE_ABS_PINNED_HARD=10 HRTIMER_MODE_REL_PINNED_HARD=11
ptr - 540
ptr - 765
ptr - 542
ptr - 544
ptr - 59
ptr - 547
ptr - 550
ptr - 1481
ptr - 552
ptr - 554
ptr - 117
ptr - 557
enum skb_drop_reason SKB_NOT_DROPPED_YET=0 SKB_CONSUMED=1 SKB_DROP_REASON_NOT_SPECIFIED=2 SKB_DROP_REASON_NO_SOCKET=3 SKB_DROP_REASON_SOCKET_CLOSE=4 SKB_DROP_REASON_SOCKET_FILTER=5 SKB_DROP_REASON_SOCKET_RCVBUFF=6 SKB_DROP_REASON_UNIX_DISCONNECT=7 SKB_DROP_REASON_UNIX_SKIP_OOB=8 SKB_DROP_REASON_PKT_TOO_SMALL=9 SKB_DROP_REASON_TCP_CSUM=10 SKB_DROP_REASON_UDP_CSUM=11 SKB_DROP_REASON_NETFILTER_DROP=12 SKB_DROP_REASON_OTHERHOST=13 SKB_DROP_REASON_IP_CSUM=14 SKB_DROP_REASON_IP_INHDR=15 SKB_DROP_REASON_IP_RPFILTER=16 SKB_DROP_REASON_UNICAST_IN_L2_MULTICAST=17 SKB_DROP_REASON_XFRM_POLICY=18 SKB_DROP_REASON_IP_NOPROTO=19 SKB_DROP_REASON_PROTO_MEM=20 SKB_DROP_REASON_TCP_AUTH_HDR=21 SKB_DROP_REASON_TCP_MD5NOTFOUND=22 SKB_DROP_REASON_TCP_MD5UNEXPECTED=23 SKB_DROP_REASON_TCP_MD5FAILURE=24 SKB_DROP_REASON_TCP_AONOTFOUND=25 SKB_DROP_REASON_TCP_AOUNEXPECTED=26 SKB_DROP_REASON_TCP_AOKEYNOTFOUND=27 SKB_DROP_REASON_TCP_AOFAILURE=28 SKB_DROP_REASON_SOCKET_BACKLOG=29 SKB_DROP_REASON_TCP_FLAGS=30 SKB_DROP_REASON_TCP_ABORT_ON_DATA=31 SKB_DROP_REASON_TCP_ZEROWINDOW=32 SKB_DROP_REASON_TCP_OLD_DATA=33 SKB_DROP_REASON_TCP_OVERWINDOW=34 SKB_DROP_REASON_TCP_OFOMERGE=35 SKB_DROP_REASON_TCP_RFC7323_PAWS=36 SKB_DROP_REASON_TCP_RFC7323_PAWS_ACK=37 SKB_DROP_REASON_TCP_RFC7323_TW_PAWS=38 SKB_DROP_REASON_TCP_RFC7323_TSECR=39 SKB_DROP_REASON_TCP_LISTEN_OVERFLOW=40 SKB_DROP_REASON_TCP_OLD_SEQUENCE=41 SKB_DROP_REASON_TCP_INVALID_SEQUENCE=42 SKB_DROP_REASON_TCP_INVALID_END_SEQUENCE=43 SKB_DROP_REASON_TCP_INVALID_ACK_SEQUENCE=44 SKB_DROP_REASON_TCP_RESET=45 SKB_DROP_REASON_TCP_INVALID_SYN=46 SKB_DROP_REASON_TCP_CLOSE=47 SKB_DROP_REASON_TCP_FASTOPEN=48 SKB_DROP_REASON_TCP_OLD_ACK=49 SKB_DROP_REASON_TCP_TOO_OLD_ACK=50 SKB_DROP_REASON_TCP_ACK_UNSENT_DATA=51 SKB_DROP_REASON_TCP_OFO_QUEUE_PRUNE=52 SKB_DROP_REASON_TCP_OFO_DROP=53 SKB_DROP_REASON_IP_OUTNOROUTES=54 SKB_DROP_REASON_BPF_CGROUP_EGRESS=55 SKB_DROP_REASON_IPV6DISABLED=56 SKB_DROP_REASON_NEIGH_CREATEFAIL=57 SKB_DROP_REASON_NEIGH_FAILED=58 SKB_DROP_REASON_NEIGH_QUEUEFULL=59 SKB_DROP_REASON_NEIGH_DEAD=60 SKB_DROP_REASON_NEIGH_HH_FILLFAIL=61 SKB_DROP_REASON_TC_EGRESS=62 SKB_DROP_REASON_SECURITY_HOOK=63 SKB_DROP_REASON_QDISC_DROP=64 SKB_DROP_REASON_QDISC_OVERLIMIT=65 SKB_DROP_REASON_QDISC_CONGESTED=66 SKB_DROP_REASON_CAKE_FLOOD=67 SKB_DROP_REASON_FQ_BAND_LIMIT=68 SKB_DROP_REASON_FQ_HORIZON_LIMIT=69 SKB_DROP_REASON_FQ_FLOW_LIMIT=70 SKB_DROP_REASON_CPU_BACKLOG=71 SKB_DROP_REASON_XDP=72 SKB_DROP_REASON_TC_INGRESS=73 SKB_DROP_REASON_UNHANDLED_PROTO=74 SKB_DROP_REASON_SKB_CSUM=75 SKB_DROP_REASON_SKB_GSO_SEG=76 SKB_DROP_REASON_SKB_UCOPY_FAULT=77 SKB_DROP_REASON_DEV_HDR=78 SKB_DROP_REASON_DEV_READY=79 SKB_DROP_REASON_FULL_RING=80 SKB_DROP_REASON_NOMEM=81 SKB_DROP_REASON_HDR_TRUNC=82 SKB_DROP_REASON_TAP_FILTER=83 SKB_DROP_REASON_TAP_TXFILTER=84 SKB_DROP_REASON_ICMP_CSUM=85 SKB_DROP_REASON_INVALID_PROTO=86 SKB_DROP_REASON_IP_INADDRERRORS=87 SKB_DROP_REASON_IP_INNOROUTES=88 SKB_DROP_REASON_IP_LOCAL_SOURCE=89 SKB_DROP_REASON_IP_INVALID_SOURCE=90 SKB_DROP_REASON_IP_LOCALNET=91 SKB_DROP_REASON_IP_INVALID_DEST=92 SKB_DROP_REASON_PKT_TOO_BIG=93 SKB_DROP_REASON_DUP_FRAG=94 SKB_DROP_REASON_FRAG_REASM_TIMEOUT=95 SKB_DROP_REASON_FRAG_TOO_FAR=96 SKB_DROP_REASON_TCP_MINTTL=97 SKB_DROP_REASON_IPV6_BAD_EXTHDR=98 SKB_DROP_REASON_IPV6_NDISC_FRAG=99 SKB_DROP_REASON_IPV6_NDISC_HOP_LIMIT=100 SKB_DROP_REASON_IPV6_NDISC_BAD_CODE=101 SKB_DROP_REASON_IPV6_NDISC_BAD_OPTIONS=102 SKB_DROP_REASON_IPV6_NDISC_NS_OTHERHOST=103 SKB_DROP_REASON_QUEUE_PURGE=104 SKB_DROP_REASON_TC_COOKIE_ERROR=105 SKB_DROP_REASON_PACKET_SOCK_ERROR=106 SKB_DROP_REASON_TC_CHAIN_NOTFOUND=107 SKB_DROP_REASON_TC_RECLASSIFY_LOOP=108 SKB_DROP_REASON_VXLAN_INVALID_HDR=109 SKB_DROP_REASON_VXLAN_VNI_NOT_FOUND=110 SKB_DROP_REASON_MAC_INVALID_SOURCE=111 SKB_DROP_REASON_VXLAN_ENTRY_EXISTS=112 SKB_DROP_REASON_NO_TX_TARGET=113 SKB_DROP_REASON_IP_TUNNEL_ECN=114 SKB_DROP_REASON_TUNNEL_TXINFO=115 SKB_DROP_REASON_LOCAL_MAC=116 SKB_DROP_REASON_ARP_PVLAN_DISABLE=117 SKB_DROP_REASON_MAC_IEEE_MAC_CONTROL=118 SKB_DROP_REASON_BRIDGE_INGRESS_STP_STATE=119 SKB_DROP_REASON_CAN_RX_INVALID_FRAME=120 SKB_DROP_REASON_CANFD_RX_INVALID_FRAME=121 SKB_DROP_REASON_CANXL_RX_INVALID_FRAME=122 SKB_DROP_REASON_PFMEMALLOC=123 SKB_DROP_REASON_DUALPI2_STEP_DROP=124 SKB_DROP_REASON_PSP_INPUT=125 SKB_DROP_REASON_PSP_OUTPUT=126 SKB_DROP_REASON_RECURSION_LIMIT=127 SKB_DROP_REASON_MAX=128 SKB_DROP_REASON_SUBSYS_MASK=-65536
ptr - 559
ptr - 561
ptr - 564
ptr - 566
ptr - 1482
ptr - 1483
ptr - 568
func_proto - 587 meta:958 task:627
func_proto - 587 meta:958 map:582
func_proto - 587 meta:958 prog:860
func_proto - 587 meta:958 map:582 key:583 value:583
func_proto - 587 meta:958 task:627 fd:580 file:778
struct rq 3584
typedef irq_cpustat_t 1484
const - 61
int _Bool 1 4 8
struct bpf_array_aux 88
struct bucket 16
ptr - 1485
ptr - 1486
struct lpm_trie_node 24
typedef __kernel_size_t 1071
ptr - 1487
struct bpf_shtab_bucket 16
ptr - 1488
ptr - 1489
struct bpf_local_storage_map_bucket 16
const - 1490
ptr - 368
struct bpf_ringbuf 12288
struct vm_struct 72
const - 1491
struct task_group 704
const - 633
struct rcu_node 704
typedef __kernel_pid_t 587
struct completion 32
const - 24
struct key 216
struct nameidata 240
struct fs_struct 56
struct files_struct 704
struct io_uring_task 320
struct audit_context 1056
struct rt_mutex_waiter 112
struct bio_list 16
struct blk_plug 64
struct reclaim_state 8
struct io_context 88
struct capture_control 16
typedef kernel_siginfo_t 1492
struct compat_robust_list_head 12
struct futex_pi_state 88
struct perf_event_context 224
struct perf_ctx_data 40
struct mempolicy 288
struct numa_group 56
struct rseq 32
struct pipe_inode_info 176
struct task_delay_info 256
struct mem_cgroup 2176
struct gendisk 568
struct uprobe_task 128
struct bpf_local_storage 176
struct bpf_run_ctx 0
struct bpf_net_context 112
struct cgroup_root 6528
struct cgroup_rstat_base_cpu 128
struct psi_group 720
const - 1165
const - 0
struct kernfs_iattrs 80
struct user_struct 128
struct user_namespace 672
struct ucounts 184
struct group_info 8
struct uts_namespace 488
struct ipc_namespace 1200
struct mnt_namespace 200
struct pid_namespace 344
struct net 4288
struct time_namespace 144
struct cgroup_namespace 104
const - 1493
struct fown_struct 40
typedef __kernel_loff_t 1494
struct posix_acl 24
const - 1495
struct super_block 1472
typedef __kernel_dev_t 580
typedef __s64 1494
struct bdi_writeback 800
struct file_lock_context 56
struct fsnotify_mark_connector 24
const - 1496
struct vfsmount 32
struct skb_ext 8
struct proto 448
struct dst_entry 136
struct sk_filter 32
ptr - 1497
struct sock_reuseport 48
struct numa_drop_counters 128
struct ipv6_pinfo 128
struct ipv6_fl_socklist 32
struct ip_options_rcu 32
struct ip_mc_socklist 48
enum - SS_FREE=0 SS_UNCONNECTED=1 SS_CONNECTING=2 SS_CONNECTED=3 SS_DISCONNECTING=4
const - 1498
struct xdp_rxq_info 64
struct xdp_txq_info 8
const - 1499
const - 27
struct anon_vma 96
const - 1500
struct vma_numab_state 40
struct pfnmap_track_ctx 24
struct hrtimer_clock_base 64
const - 1501
const - 1502
ptr - 1501
struct btf_kfunc_set_tab 2016
struct btf_id_dtor_kfunc_tab 4
struct btf_struct_metas 8
struct btf_struct_ops_tab 8
const - 1503
const - 64
struct netdev_queue 320
ptr - 1504
struct nf_hook_entries 8
struct bpf_mprog_entry 520
struct inet6_dev 1056
struct netdev_rx_queue 192
typedef rx_handler_func_t 0
struct netdev_name_node 64
struct dev_ifalias 16
const - 1505
const - 1506
struct net_device_core_stats 32
const - 1507
const - 1508
const - 1509
struct kset 96
struct in_device 360
const - 706
struct cpu_rmap 16
struct Qdisc 384
struct xdp_dev_bulk_queue 176
const - 1510
const - 1511
const - 1512
const - 1513
const - 1514
struct netprio_map 24
struct phy_link_topology 24
struct phy_device 1408
fwd sfp_bus 0
struct lock_class_key 0
const - 1515
struct udp_tunnel_nic 144
struct netdev_config 8
struct ethtool_netdev_state 56
struct rtnl_hw_stats64 72
struct devlink_port 288
struct dim_irq_moder 40
struct napi_config 64
struct hwtstamp_provider 40
struct bpf_prog_stats 32
struct sock_fprog_kern 16
struct bpf_ctx_arg_aux 32
struct bpf_trampoline 184
struct bpf_jit_poke_descriptor 56
struct bpf_kfunc_desc_tab 12296
struct bpf_kfunc_btf_tab 6152
const - 1516
const - 1517
struct btf_mod_pair 16
struct bpf_token 88
struct bpf_prog_offload 72
struct bpf_func_info 8
struct bpf_func_info_aux 4
struct bpf_line_info 16
struct module 768
struct exception_table_entry 12
struct core_state 56
struct tty_struct 656
struct autogroup 72
struct taskstats 560
struct tty_audit_buf 56
struct bpf_mem_caches 2288
struct bpf_mem_cache 208
const - 1518
struct sockaddr 16
ptr - 0
struct pcpu_freelist_head 16
ptr - 0
struct bpf_lru_locallist 32
struct bpf_link 88
struct cfs_rq 512
struct rt_rq 1704
ptr - 0
typedef __kernel_clockid_t 587
struct __kernel_timespec 16
struct old_timespec32 8
struct pollfd 8
struct sem_undo_list 24
typedef __kernel_uid32_t 608
struct seccomp_filter 224
struct page 64
struct unwind_cache 16
ptr - 1519
struct io_bitmap 8208
typedef pgd_t 1520
struct mm_cid 16
struct futex_private_hash 64
struct linux_binfmt 48
struct kioctx_table 24
struct mmu_notifier_subscriptions 80
struct ldt_struct 16
const - 1521
struct xol_area 48
struct cgroup_subsys 256
struct css_rstat_cpu 32
struct percpu_ref_data 56
struct workqueue_struct 320
struct bpf_prog_array 16
struct kernfs_root 248
const - 1522
struct kernfs_open_node 72
typedef __kernel_gid32_t 608
struct pidfs_attr 32
const - 1523
struct cdev 104
struct inet_timewait_death_row 128
struct ip_options 16
struct fasync_struct 48
struct userfaultfd_ctx 176
struct pcpu_lstats 16
struct pcpu_sw_netstats 32
struct pcpu_dstats 64
struct device_private 216
const - 1524
const - 1525
struct device_driver 144
struct dev_pm_domain 232
const - 1526
struct device_dma_parameters 16
struct io_tlb_mem 112
struct device_node 144
struct fwnode_handle 64
const - 1527
struct iommu_group 224
struct dev_iommu 72
struct device_physical_location 16
const - 1528
struct wake_irq 24
struct pm_subsys_data 64
struct dev_pm_qos 304
struct irq_domain 184
struct msi_device_data 72
struct bpf_xdp_link 104
ptr - 1529
ptr - 1530
ptr - 0
type_tag address_space(1) 0
const - 87
const - 1531
const - 45
struct nf_conn 248
struct nf_conn___init 248
union nf_inet_addr 16
const - 1468
struct __sk_buff 192
struct kmem_cache 8416
const - 585
struct dma_buf 232
const - 1
const - 54
const - 595
struct xfrm_state 816
const - 89
enum xdp_rss_hash_type XDP_RSS_L3_IPV4=1 XDP_RSS_L3_IPV6=2 XDP_RSS_L3_DYNHDR=4 XDP_RSS_L4=8 XDP_RSS_L4_TCP=16 XDP_RSS_L4_UDP=32 XDP_RSS_L4_SCTP=64 XDP_RSS_L4_IPSEC=128 XDP_RSS_L4_ICMP=256 XDP_RSS_TYPE_NONE=0 XDP_RSS_TYPE_L2=0 XDP_RSS_TYPE_L3_IPV4=1 XDP_RSS_TYPE_L3_IPV6=2 XDP_RSS_TYPE_L3_IPV4_OPT=5 XDP_RSS_TYPE_L3_IPV6_EX=6 XDP_RSS_TYPE_L4_ANY=8 XDP_RSS_TYPE_L4_IPV4_TCP=25 XDP_RSS_TYPE_L4_IPV4_UDP=41 XDP_RSS_TYPE_L4_IPV4_SCTP=73 XDP_RSS_TYPE_L4_IPV4_IPSEC=137 XDP_RSS_TYPE_L4_IPV4_ICMP=265 XDP_RSS_TYPE_L4_IPV6_TCP=26 XDP_RSS_TYPE_L4_IPV6_UDP=42 XDP_RSS_TYPE_L4_IPV6_SCTP=74 XDP_RSS_TYPE_L4_IPV6_IPSEC=138 XDP_RSS_TYPE_L4_IPV6_ICMP=266 XDP_RSS_TYPE_L4_IPV6_TCP_EX=30 XDP_RSS_TYPE_L4_IPV6_UDP_EX=46 XDP_RSS_TYPE_L4_IPV6_SCTP_EX=78
struct irqaction 128
const - 63
const - 66
struct - 64
struct htab_elem 48
struct stack_map_bucket 16
struct bpf_dtab_netdev 64
struct bpf_cpu_map_entry 360
struct xdp_sock 1088
struct bpf_struct_ops_desc 40
struct sched_class 224
struct kernel_siginfo 48
struct file_operations 272
int long+long+int 8 1 64
struct inode_operations 256
struct dentry_operations 128
struct xfrm_policy 824
struct proto_ops 224
struct seq_operations 32
struct vm_operations_struct 120
struct btf_type 12
struct bpf_iter_seq_info 32
struct net_device_ops 656
struct xps_dev_maps 24
struct xdp_metadata_ops 24
struct xsk_tx_metadata_ops 32
struct ethtool_ops 656
struct l3mdev_ops 32
struct ndisc_ops 40
struct attribute_group 48
struct rtnl_link_ops 232
struct netdev_stat_ops 24
struct netdev_queue_mgmt_ops 48
struct dcbnl_rtnl_ops 424
struct udp_tunnel_nic_info 72
struct bpf_prog_ops 8
struct bpf_struct_ops 1816
struct bpf_crypto_type 104
struct perf_event 1352
struct - 8
struct vdso_image 104
struct kernfs_ops 104
struct address_space_operations 152
struct device_type 48
struct bus_type 168
struct bus_dma_region 24
struct class 96
struct kobj_type 48
typedef __signalfn_t 0
typedef __restorefn_t 389
struct bpf_crypto_params 408
func __bpf_trap 389 0
func bpf_arena_alloc_pages 390 0
func bpf_arena_free_pages 391 0
func bpf_arena_reserve_pages 392 0
func bpf_cast_to_kern_ctx 393 0
func bpf_cgroup_acquire 394 0
func bpf_cgroup_ancestor 395 0
func bpf_cgroup_from_id 396 0
func bpf_cgroup_read_xattr 397 0
func bpf_cgroup_release 398 0
func bpf_copy_from_user_dynptr 399 0
func bpf_copy_from_user_str 400 0
func bpf_copy_from_user_str_dynptr 399 0
func bpf_copy_from_user_task_dynptr 401 0
func bpf_copy_from_user_task_str 402 0
func bpf_copy_from_user_task_str_dynptr 401 0
func bpf_cpumask_acquire 403 0
func bpf_cpumask_and 404 0
func bpf_cpumask_any_and_distribute 405 0
func bpf_cpumask_any_distribute 406 0
func bpf_cpumask_clear 407 0
func bpf_cpumask_clear_cpu 408 0
func bpf_cpumask_copy 409 0
func bpf_cpumask_create 410 0
func bpf_cpumask_empty 411 0
func bpf_cpumask_equal 412 0
func bpf_cpumask_first 406 0
func bpf_cpumask_first_and 405 0
func bpf_cpumask_first_zero 406 0
func bpf_cpumask_full 411 0
func bpf_cpumask_intersects 412 0
func bpf_cpumask_or 413 0
func bpf_cpumask_populate 414 0
func bpf_cpumask_release 407 0
func bpf_cpumask_set_cpu 408 0
func bpf_cpumask_setall 407 0
func bpf_cpumask_subset 412 0
func bpf_cpumask_weight 406 0
func bpf_cpumask_xor 413 0
func bpf_crypto_ctx_acquire 415 0
func bpf_crypto_ctx_create 416 0
func bpf_crypto_ctx_release 417 0
func bpf_crypto_decrypt 418 0
func bpf_crypto_encrypt 418 0
func bpf_ct_change_status 419 0
func bpf_ct_change_timeout 420 0
func bpf_ct_insert_entry 421 0
func bpf_ct_release 422 0
func bpf_ct_set_nat_info 423 0
func bpf_ct_set_status 424 0
func bpf_ct_set_timeout 425 0
func bpf_dynptr_adjust 426 0
func bpf_dynptr_clone 427 0
func bpf_dynptr_copy 428 0
func bpf_dynptr_from_skb 429 0
func bpf_dynptr_from_skb_meta 430 0
func bpf_dynptr_from_xdp 431 0
func bpf_dynptr_is_null 432 0
func bpf_dynptr_is_rdonly 432 0
func bpf_dynptr_memset 433 0
func bpf_dynptr_size 434 0
func bpf_dynptr_slice 435 0
func bpf_dynptr_slice_rdwr 435 0
func bpf_get_dentry_xattr 436 0
func bpf_get_file_xattr 437 0
func bpf_get_kmem_cache 438 0
func bpf_get_task_exe_file 439 0
func bpf_iter_bits_destroy 440 0
func bpf_iter_bits_new 441 0
func bpf_iter_bits_next 442 0
func bpf_iter_css_destroy 443 0
func bpf_iter_css_new 444 0
func bpf_iter_css_next 445 0
func bpf_iter_css_task_destroy 446 0
func bpf_iter_css_task_new 447 0
func bpf_iter_css_task_next 448 0
func bpf_iter_dmabuf_destroy 449 0
func bpf_iter_dmabuf_new 450 0
func bpf_iter_dmabuf_next 451 0
func bpf_iter_kmem_cache_destroy 452 0
func bpf_iter_kmem_cache_new 453 0
func bpf_iter_kmem_cache_next 454 0
func bpf_iter_num_destroy 455 0
func bpf_iter_num_new 456 0
func bpf_iter_num_next 457 0
func bpf_iter_task_destroy 458 0
func bpf_iter_task_new 459 0
func bpf_iter_task_next 460 0
func bpf_iter_task_vma_destroy 461 0
func bpf_iter_task_vma_new 462 0
func bpf_iter_task_vma_next 463 0
func bpf_key_put 464 0
func bpf_kfunc_call_memb_release 465 0
func bpf_list_back 466 0
func bpf_list_front 466 0
func bpf_list_pop_back 466 0
func bpf_list_pop_front 466 0
func bpf_list_push_back_impl 467 0
func bpf_list_push_front_impl 467 0
func bpf_local_irq_restore 468 0
func bpf_local_irq_save 468 0
func bpf_lookup_system_key 469 0
func bpf_lookup_user_key 470 0
func bpf_map_sum_elem_count 471 0
func bpf_obj_drop_impl 472 0
func bpf_obj_new_impl 473 0
func bpf_path_d_path 474 0
func bpf_percpu_obj_drop_impl 472 0
func bpf_percpu_obj_new_impl 473 0
func bpf_preempt_disable 389 0
func bpf_preempt_enable 389 0
func bpf_probe_read_kernel_dynptr 399 0
func bpf_probe_read_kernel_str_dynptr 399 0
func bpf_probe_read_user_dynptr 399 0
func bpf_probe_read_user_str_dynptr 399 0
func bpf_put_file 475 0
func bpf_rbtree_add_impl 476 0
func bpf_rbtree_first 478 0
func bpf_rbtree_left 479 0
func bpf_rbtree_remove 479 0
func bpf_rbtree_right 479 0
func bpf_rbtree_root 478 0
func bpf_rcu_read_lock 389 0
func bpf_rcu_read_unlock 389 0
func bpf_rdonly_cast 480 0
func bpf_refcount_acquire_impl 481 0
func bpf_remove_dentry_xattr 482 0
func bpf_res_spin_lock 483 0
func bpf_res_spin_lock_irqsave 484 0
func bpf_res_spin_unlock 485 0
func bpf_res_spin_unlock_irqrestore 486 0
func bpf_send_signal_task 487 0
func bpf_session_cookie 488 0
func bpf_session_is_return 489 0
func bpf_set_dentry_xattr 490 0
func bpf_sk_assign_tcp_reqsk 491 0
func bpf_skb_ct_alloc 492 0
func bpf_skb_ct_lookup 493 0
func bpf_sock_addr_set_sun_path 494 0
func bpf_sock_destroy 495 0
func bpf_sock_ops_enable_tx_tstamp 496 0
func bpf_strcasecmp 497 0
func bpf_strchr 498 0
func bpf_strchrnul 498 0
func bpf_strcmp 497 0
func bpf_strcspn 499 0
func bpf_stream_vprintk_impl 500 0
func bpf_strlen 501 0
func bpf_strnchr 502 0
func bpf_strnlen 503 0
func bpf_strnstr 504 0
func bpf_strrchr 505 0
func bpf_strspn 506 0
func bpf_strstr 497 0
func bpf_task_acquire 507 0
func bpf_task_from_pid 508 0
func bpf_task_from_vpid 509 0
func bpf_task_get_cgroup1 510 0
func bpf_task_release 511 0
func bpf_task_under_cgroup 512 0
func bpf_task_work_schedule_resume_impl 513 0
func bpf_task_work_schedule_signal_impl 513 0
func bpf_throw 514 0
func bpf_wq_init 515 0
func bpf_wq_set_callback_impl 516 0
func bpf_wq_start 518 0
func bpf_xdp_ct_alloc 519 0
func bpf_xdp_ct_lookup 520 0
func bpf_xdp_get_xfrm_state 521 0
func bpf_xdp_metadata_rx_hash 522 0
func bpf_xdp_metadata_rx_timestamp 523 0
func bpf_xdp_metadata_rx_vlan_tag 524 0
func bpf_xdp_pull_data 525 0
func bpf_xdp_xfrm_state_release 526 0
decl_tag bpf_kfunc 1532 -1
decl_tag bpf_kfunc 1533 -1
decl_tag bpf_kfunc 1534 -1
decl_tag bpf_kfunc 1535 -1
decl_tag bpf_kfunc 1536 -1
decl_tag bpf_fastcall 1536 -1
decl_tag bpf_kfunc 1537 -1
decl_tag bpf_kfunc 1538 -1
decl_tag bpf_kfunc 1539 -1
decl_tag bpf_kfunc 1540 -1
decl_tag bpf_kfunc 1541 -1
decl_tag bpf_kfunc 1542 -1
decl_tag bpf_kfunc 1543 -1
decl_tag bpf_kfunc 1544 -1
decl_tag bpf_kfunc 1545 -1
decl_tag bpf_kfunc 1546 -1
decl_tag bpf_kfunc 1547 -1
decl_tag bpf_kfunc 1548 -1
decl_tag bpf_kfunc 1549 -1
decl_tag bpf_kfunc 1550 -1
decl_tag bpf_kfunc 1551 -1
decl_tag bpf_kfunc 1552 -1
decl_tag bpf_kfunc 1553 -1
decl_tag bpf_kfunc 1554 -1
decl_tag bpf_kfunc 1555 -1
decl_tag bpf_kfunc 1556 -1
decl_tag bpf_kfunc 1557 -1
decl_tag bpf_kfunc 1558 -1
decl_tag bpf_kfunc 1559 -1
decl_tag bpf_kfunc 1560 -1
decl_tag bpf_kfunc 1561 -1
decl_tag bpf_kfunc 1562 -1
decl_tag bpf_kfunc 1563 -1
decl_tag bpf_kfunc 1564 -1
decl_tag bpf_kfunc 1565 -1
decl_tag bpf_kfunc 1566 -1
decl_tag bpf_kfunc 1567 -1
decl_tag bpf_kfunc 1568 -1
decl_tag bpf_kfunc 1569 -1
decl_tag bpf_kfunc 1570 -1
decl_tag bpf_kfunc 1571 -1
decl_tag bpf_kfunc 1572 -1
decl_tag bpf_kfunc 1573 -1
decl_tag bpf_kfunc 1574 -1
decl_tag bpf_kfunc 1575 -1
decl_tag bpf_kfunc 1576 -1
decl_tag bpf_kfunc 1577 -1
decl_tag bpf_kfunc 1578 -1
decl_tag bpf_kfunc 1579 -1
decl_tag bpf_kfunc 1580 -1
decl_tag bpf_kfunc 1581 -1
decl_tag bpf_kfunc 1582 -1
decl_tag bpf_kfunc 1583 -1
decl_tag bpf_kfunc 1584 -1
decl_tag bpf_kfunc 1585 -1
decl_tag bpf_kfunc 1586 -1
decl_tag bpf_kfunc 1587 -1
decl_tag bpf_kfunc 1588 -1
decl_tag bpf_kfunc 1589 -1
decl_tag bpf_kfunc 1590 -1
decl_tag bpf_kfunc 1591 -1
decl_tag bpf_kfunc 1592 -1
decl_tag bpf_kfunc 1593 -1
decl_tag bpf_kfunc 1594 -1
decl_tag bpf_kfunc 1595 -1
decl_tag bpf_kfunc 1596 -1
decl_tag bpf_kfunc 1597 -1
decl_tag bpf_kfunc 1598 -1
decl_tag bpf_kfunc 1599 -1
decl_tag bpf_kfunc 1600 -1
decl_tag bpf_kfunc 1601 -1
decl_tag bpf_kfunc 1602 -1
decl_tag bpf_kfunc 1603 -1
decl_tag bpf_kfunc 1604 -1
decl_tag bpf_kfunc 1605 -1
decl_tag bpf_kfunc 1606 -1
decl_tag bpf_kfunc 1607 -1
decl_tag bpf_kfunc 1608 -1
decl_tag bpf_kfunc 1609 -1
decl_tag bpf_kfunc 1610 -1
decl_tag bpf_kfunc 1611 -1
decl_tag bpf_kfunc 1612 -1
decl_tag bpf_kfunc 1613 -1
decl_tag bpf_kfunc 1614 -1
decl_tag bpf_kfunc 1615 -1
decl_tag bpf_kfunc 1616 -1
decl_tag bpf_kfunc 1617 -1
decl_tag bpf_kfunc 1618 -1
decl_tag bpf_kfunc 1619 -1
decl_tag bpf_kfunc 1620 -1
decl_tag bpf_kfunc 1621 -1
decl_tag bpf_kfunc 1622 -1
decl_tag bpf_kfunc 1623 -1
decl_tag bpf_kfunc 1624 -1
decl_tag bpf_kfunc 1625 -1
decl_tag bpf_kfunc 1626 -1
decl_tag bpf_kfunc 1627 -1
decl_tag bpf_kfunc 1628 -1
decl_tag bpf_kfunc 1629 -1
decl_tag bpf_kfunc 1630 -1
decl_tag bpf_kfunc 1631 -1
decl_tag bpf_kfunc 1632 -1
decl_tag bpf_kfunc 1633 -1
decl_tag bpf_kfunc 1634 -1
decl_tag bpf_kfunc 1635 -1
decl_tag bpf_kfunc 1636 -1
decl_tag bpf_kfunc 1637 -1
decl_tag bpf_kfunc 1638 -1
decl_tag bpf_kfunc 1639 -1
decl_tag bpf_kfunc 1640 -1
decl_tag bpf_kfunc 1641 -1
decl_tag bpf_kfunc 1642 -1
decl_tag bpf_kfunc 1643 -1
decl_tag bpf_kfunc 1644 -1
decl_tag bpf_kfunc 1645 -1
decl_tag bpf_kfunc 1646 -1
decl_tag bpf_kfunc 1647 -1
decl_tag bpf_kfunc 1648 -1
decl_tag bpf_kfunc 1649 -1
decl_tag bpf_kfunc 1650 -1
decl_tag bpf_kfunc 1651 -1
decl_tag bpf_kfunc 1652 -1
decl_tag bpf_kfunc 1653 -1
decl_tag bpf_kfunc 1654 -1
decl_tag bpf_kfunc 1655 -1
decl_tag bpf_kfunc 1656 -1
decl_tag bpf_fastcall 1656 -1
decl_tag bpf_kfunc 1657 -1
decl_tag bpf_kfunc 1658 -1
decl_tag bpf_kfunc 1659 -1
decl_tag bpf_kfunc 1660 -1
decl_tag bpf_kfunc 1661 -1
decl_tag bpf_kfunc 1662 -1
decl_tag bpf_kfunc 1663 -1
decl_tag bpf_kfunc 1664 -1
decl_tag bpf_kfunc 1665 -1
decl_tag bpf_kfunc 1666 -1
decl_tag bpf_kfunc 1667 -1
decl_tag bpf_kfunc 1668 -1
decl_tag bpf_kfunc 1669 -1
decl_tag bpf_kfunc 1670 -1
decl_tag bpf_kfunc 1671 -1
decl_tag bpf_kfunc 1672 -1
decl_tag bpf_kfunc 1673 -1
decl_tag bpf_kfunc 1674 -1
decl_tag bpf_kfunc 1675 -1
decl_tag bpf_kfunc 1676 -1
decl_tag bpf_kfunc 1677 -1
decl_tag bpf_kfunc 1678 -1
decl_tag bpf_kfunc 1679 -1
decl_tag bpf_kfunc 1680 -1
decl_tag bpf_kfunc 1681 -1
decl_tag bpf_kfunc 1682 -1
decl_tag bpf_kfunc 1683 -1
decl_tag bpf_kfunc 1684 -1
decl_tag bpf_kfunc 1685 -1
decl_tag bpf_kfunc 1686 -1
decl_tag bpf_kfunc 1687 -1
decl_tag bpf_kfunc 1688 -1
decl_tag bpf_kfunc 1689 -1
decl_tag bpf_kfunc 1690 -1
decl_tag bpf_kfunc 1691 -1
decl_tag bpf_kfunc 1692 -1
decl_tag bpf_kfunc 1693 -1
decl_tag bpf_kfunc 1694 -1
decl_tag bpf_kfunc 1695 -1
decl_tag bpf_kfunc 1696 -1
decl_tag bpf_kfunc 1697 -1
decl_tag bpf_kfunc 1698 -1
decl_tag bpf_kfunc 1699 -1
decl_tag bpf_kfunc 1700 -1
decl_tag bpf_kfunc 1701 -1
decl_tag bpf_kfunc 1702 -1
decl_tag bpf_kfunc 1703 -1
decl_tag bpf_kfunc 1704 -1
decl_tag bpf_kfunc 1705 -1
`;
