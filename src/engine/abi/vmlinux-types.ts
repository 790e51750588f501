/** Types of Linux 6.18.44, written by scripts/record-vmlinux-btf.mjs; the format is described in vmlinux.ts. */
export const VMLINUX_TYPES = `
struct bpf_map 296 sha:502:0 excl:503:256 ops:504:320 inner_map_meta:505:384 security:506:448 map_type:507:512 key_size:503:544 value_size:503:576 max_entries:503:608 map_extra:508:640 map_flags:503:704 id:503:736 record:509:768 numa_node:510:832 btf_key_type_id:503:864 btf_value_type_id:503:896 btf_vmlinux_value_type_id:503:928 btf:511:960 objcg:512:1024 name:513:1088 freeze_mutex:92:1216 refcnt:514:1472 usercnt:514:1536 -:102:1600 writecnt:514:1856 owner_lock:515:1920 owner:516:1984 bypass_spec_v1:517:2048 frozen:517:2056 init_private:518:2064 free_after_mult_rcu_gp:517:2072 free_after_rcu_gp:517:2080 sleepable_refcnt:514:2112 elem_count:519:2176 cookie:508:2240 excl_prog_sha:520:2304
struct bpf_array 312 map:1:0 elem_size:503:2368 index_mask:503:2400 aux:521:2432 -:107:2496
struct bpf_htab 832 map:1:0 ma:112:2368 pcpu_ma:112:2880 buckets:522:3392 elems:506:3456 -:113:3584 extra_elems:523:5632 pcount:119:5696 count:524:6016 use_percpu_counter:517:6048 n_buckets:503:6080 elem_size:503:6112 hashrnd:503:6144
struct bpf_stack_map 320 map:1:0 elems:506:2368 freelist:114:2432 n_buckets:503:2496 buckets:525:2560
struct lpm_trie 400 map:1:0 root:526:2368 ma:112:2432 n_entries:527:2944 max_prefixlen:527:3008 data_size:527:3072 lock:528:3136
struct bpf_dtab 344 map:1:0 netdev_map:529:2368 list:101:2432 dev_index_head:530:2560 index_lock:515:2624 items:531:2656 n_buckets:503:2688
struct bpf_stab 376 map:1:0 sks:532:2368 progs:120:2432 lock:515:2944
struct bpf_shtab 384 map:1:0 buckets:533:2368 buckets_num:503:2432 elem_size:503:2464 progs:120:2496 count:524:3008
struct bpf_cpu_map 304 map:1:0 cpu_map:534:2368
struct xsk_map 304 map:1:0 lock:515:2368 count:524:2400 xsk_map:535:2432
struct bpf_cgroup_storage_map 328 map:1:0 lock:515:2368 root:121:2432 list:101:2496
struct reuseport_array 296 map:1:0 ptrs:536:2368
struct bpf_queue_stack 312 map:1:0 lock:528:2368 head:503:2400 tail:503:2432 size:503:2464 elements:537:2496
struct bpf_local_storage_map 448 map:1:0 buckets:538:2368 bucket_log:503:2432 elem_size:539:2464 cache_idx:539:2480 selem_ma:112:2496 storage_ma:112:3008 bpf_ma:517:3520
struct bpf_struct_ops_map 512 map:1:0 st_ops_desc:540:2368 lock:92:2432 links:541:2688 ksyms:542:2752 funcs_cnt:503:2816 image_pages_cnt:503:2848 image_pages:543:2880 btf:511:3392 uvalue:544:3456 kvalue:122:3584
struct bpf_ringbuf_map 304 map:1:0 rb:545:2368
struct bpf_bloom_filter 312 map:1:0 bitset_mask:503:2368 hash_seed:503:2400 nr_hash_funcs:503:2432 bitset:546:2496
struct bpf_arena 400 map:1:0 user_vm_start:508:2368 user_vm_end:508:2432 kern_vm:547:2496 rt:125:2560 vma_list:101:2816 lock:92:2944
struct task_struct 3264 thread_info:127:0 __state:531:192 saved_state:531:224 stack:506:256 usage:548:320 flags:531:352 ptrace:531:384 on_cpu:510:416 wake_entry:128:448 wakee_flips:531:576 wakee_flip_decay_ts:549:640 last_wakee:550:704 recent_used_cpu:510:768 wake_cpu:510:800 on_rq:510:832 prio:510:864 static_prio:510:896 normal_prio:510:928 rt_priority:531:960 se:131:1024 rt:136:3072 dl:137:3648 dl_server:551:5568 sched_class:552:5632 sched_task_group:553:5696 sched_throttle_work:104:5760 throttle_node:101:5888 throttled:517:6016 stats:139:6144 preempt_notifiers:140:6144 btrace_seq:531:6208 policy:531:6240 max_allowed_capacity:549:6272 nr_cpus_allowed:510:6336 cpus_ptr:554:6400 user_cpus_ptr:555:6464 cpus_mask:556:6528 migration_pending:506:6784 migration_disabled:557:6848 migration_flags:557:6864 rcu_read_lock_nesting:510:6880 rcu_read_unlock_special:141:6912 rcu_node_entry:101:6976 rcu_blocked_node:558:7104 rcu_tasks_nvcsw:549:7168 rcu_tasks_holdout:518:7232 rcu_tasks_idx:518:7240 rcu_tasks_idle_cpu:510:7264 rcu_tasks_holdout_list:101:7296 rcu_tasks_exit_cpu:510:7424 rcu_tasks_exit_list:101:7488 trc_reader_nesting:510:7616 trc_ipi_to_cpu:510:7648 trc_reader_special:141:7680 trc_holdout_list:101:7744 trc_blkd_node:101:7872 trc_blkd_cpu:510:8000 sched_info:143:8064 tasks:101:8448 pushable_tasks:144:8576 pushable_dl_tasks:133:8896 mm:559:9088 active_mm:559:9152 faults_disabled_mapping:560:9216 exit_state:510:9280 exit_code:510:9312 exit_signal:510:9344 pdeath_signal:510:9376 jobctl:549:9408 personality:531:9472 sched_reset_on_fork:531:9504:1 sched_contributes_to_load:531:9505:1 sched_migrated:531:9506:1 sched_task_hot:531:9507:1 sched_remote_wakeup:531:9536:1 sched_rt_mutex:531:9537:1 user_dumpable:531:9538:1 in_execve:531:9539:1 init_private_fork_class:531:9540:4 in_iowait:531:9544:1 restore_sigmask:531:9545:1 in_user_fault:531:9546:1 no_cgroup_migration:531:9547:1 frozen:531:9548:1 use_memdelay:531:9549:1 in_memstall:531:9550:1 in_eventfd:531:9551:1 reported_split_lock:531:9552:1 in_thrashing:531:9553:1 in_nf_duplicate:531:9554:1 atomic_flags:549:9600 restart_block:145:9664 pid:561:10112 tgid:561:10144 stack_canary:549:10176 real_parent:550:10240 parent:550:10304 children:101:10368 sibling:101:10496 group_leader:550:10624 ptraced:101:10688 ptrace_entry:101:10816 thread_pid:562:10944 pid_links:563:11008 thread_node:101:11520 vfork_done:564:11648 set_child_tid:565:11712 clear_child_tid:565:11776 worker_private:506:11840 utime:508:11904 stime:508:11968 gtime:508:12032 prev_cputime:152:12096 nvcsw:549:12288 nivcsw:549:12352 start_time:508:12416 start_boottime:508:12480 min_flt:549:12544 maj_flt:549:12608 posix_cputimers:153:12672 posix_cputimers_work:156:13312 ptracer_cred:566:13760 real_cred:566:13824 cred:566:13888 cached_requested_key:567:13952 comm:513:14016 nameidata:568:14144 sysvsem:157:14208 sysvshm:158:14272 last_switch_count:549:14400 last_switch_time:549:14464 fs:569:14528 files:570:14592 io_uring:571:14656 nsproxy:572:14720 signal:573:14784 sighand:574:14848 blocked:575:14912 real_blocked:575:14976 saved_sigmask:575:15040 pending:160:15104 sas_ss_sp:549:15296 sas_ss_size:527:15360 sas_ss_flags:531:15424 task_works:576:15488 audit_context:577:15552 loginuid:578:15616 sessionid:531:15648 seccomp:162:15680 syscall_dispatch:163:15808 parent_exec_id:508:16064 self_exec_id:508:16128 alloc_lock:515:16192 pi_lock:579:16224 wake_q:164:16256 pi_waiters:126:16320 pi_top_task:550:16448 pi_blocked_on:580:16512 blocked_on:581:16576 blocker:549:16640 journal_info:506:16704 bio_list:582:16768 plug:583:16832 reclaim_state:584:16896 io_context:585:16960 capture_control:586:17024 ptrace_message:549:17088 last_siginfo:587:17152 ioac:165:17216 psi_flags:531:17664 acct_rss_mem1:508:17728 acct_vm_mem1:508:17792 acct_timexpd:508:17856 mems_allowed:588:17920 mems_allowed_seq:589:18944 cpuset_mem_spread_rotor:510:18976 cgroups:590:19008 cg_list:101:19072 robust_list:591:19200 compat_robust_list:592:19264 pi_state_list:101:19328 pi_state_cache:593:19456 futex_exit_mutex:92:19520 futex_state:531:19776 perf_recursion:594:19808 perf_event_ctxp:595:19840 perf_event_mutex:92:19904 perf_event_list:101:20160 perf_ctx_data:596:20288 mempolicy:597:20352 il_prev:598:20416 il_weight:518:20432 pref_node_fork:598:20448 numa_scan_seq:510:20480 numa_scan_period:531:20512 numa_scan_period_max:531:20544 numa_preferred_nid:510:20576 numa_migrate_retry:549:20608 node_stamp:508:20672 last_task_numa_placement:508:20736 last_sum_exec_runtime:508:20800 numa_work:104:20864 numa_group:599:20992 numa_faults:600:21056 total_numa_faults:549:21120 numa_faults_locality:601:21184 numa_pages_migrated:549:21376 rseq:602:21440 rseq_len:503:21504 rseq_sig:503:21536 rseq_event_mask:549:21568 mm_cid:510:21632 last_mm_cid:510:21664 migrate_from_cpu:510:21696 mm_cid_active:510:21728 cid_work:104:21760 tlb_ubc:169:21888 splice_pipe:603:22272 task_frag:171:22336 delays:604:22464 nr_dirtied:510:22528 nr_dirtied_pause:510:22560 dirty_paused_when:549:22592 timer_slack_ns:508:22656 default_timer_slack_ns:508:22720 trace_recursion:549:22784 memcg_in_oom:605:22848 memcg_nr_pages_over_high:531:22912 active_memcg:605:22976 objcg:512:23040 throttle_disk:606:23104 utask:607:23168 kmap_ctrl:172:23232 rcu:104:23232 rcu_users:548:23360 pagefault_disabled:510:23392 oom_reaper_list:550:23424 oom_reaper_timer:59:23488 stack_vm_area:547:23808 stack_refcount:548:23872 security:506:23936 bpf_storage:608:24000 bpf_ctx:609:24064 bpf_net_context:610:24128 kstack_offset:503:24192 l1d_flush_kill:104:24256 unwind_info:173:24384 thread:176:24704
struct mm_struct 1472 -:178:0 cpu_bitmap:546:11776
struct css_set 544 subsys:611:0 refcount:548:768 dom_cset:590:832 dfl_cgrp:612:896 nr_tasks:510:960 tasks:101:1024 mg_tasks:101:1152 dying_tasks:101:1280 task_iters:101:1408 e_cset_node:613:1536 threaded_csets:101:3072 threaded_csets_node:101:3200 hlist:151:3328 cgrp_links:101:3456 mg_src_preload_node:101:3584 mg_dst_preload_node:101:3712 mg_node:101:3840 mg_src_cgrp:612:3968 mg_dst_cgrp:612:4032 mg_dst_cset:590:4096 dead:517:4160 callback_head:104:4224
struct cgroup 2240 self:187:0 flags:549:1664 level:510:1728 max_depth:510:1760 nr_descendants:510:1792 nr_dying_descendants:510:1824 max_descendants:510:1856 nr_populated_csets:510:1888 nr_populated_domain_children:510:1920 nr_populated_threaded_children:510:1952 nr_threaded_children:510:1984 kill_seq:531:2016 kn:614:2048 procs_file:190:2112 events_file:190:2560 psi_files:615:3008 subtree_control:539:4352 subtree_ss_mask:539:4368 old_subtree_control:539:4384 old_subtree_ss_mask:539:4400 subsys:611:4416 nr_dying_subsys:616:5184 root:617:5568 cset_links:101:5632 e_csets:613:5760 dom_cgrp:612:7296 old_dom_cgrp:612:7360 rstat_base_cpu:618:7424 _pad_:191:7680 last_bstat:192:7680 bstat:192:7936 prev_cputime:152:8192 pidlists:101:8384 pidlist_mutex:92:8512 offline_waitq:619:8768 release_agent_work:103:8960 psi:620:9216 bpf:195:9280 freezer:196:17472 bpf_cgrp_storage:608:17728 ancestors:621:17792
struct kernfs_node 136 count:524:0 active:524:32 __parent:614:64 name:622:128 rb:133:192 ns:623:384 hash:531:448 flags:557:480 mode:624:496 -:197:512 id:508:768 priv:506:832 iattr:625:896 rcu:104:960
struct cred 184 usage:626:0 uid:578:64 gid:627:96 suid:578:128 sgid:627:160 euid:578:192 egid:627:224 fsuid:578:256 fsgid:627:288 securebits:531:320 cap_inheritable:628:384 cap_permitted:628:448 cap_effective:628:512 cap_bset:628:576 cap_ambient:628:640 jit_keyring:629:704 session_keyring:567:768 process_keyring:567:832 thread_keyring:567:896 request_key_auth:567:960 security:506:1024 user:630:1088 user_ns:631:1152 ucounts:632:1216 group_info:633:1280 -:203:1344
struct pid 144 count:548:0 level:531:32 lock:515:64 -:204:128 tasks:634:512 inodes:140:768 wait_pidfd:619:832 rcu:104:1024 numbers:635:1152
struct nsproxy 72 count:548:0 uts_ns:636:64 ipc_ns:637:128 mnt_ns:638:192 pid_ns_for_children:639:256 net_ns:640:320 time_ns:641:384 time_ns_for_children:641:448 cgroup_ns:642:512
struct file 184 f_lock:515:0 f_mode:643:32 f_op:644:64 f_mapping:560:128 private_data:506:192 f_inode:645:256 f_flags:531:320 f_iocb_flags:531:352 f_cred:566:384 f_owner:646:448 -:206:512 -:207:640 f_pos:647:896 f_security:506:960 f_wb_err:648:1024 f_sb_err:648:1056 f_ep:530:1088 -:208:1152 f_ref:649:1408
struct inode 616 i_mode:624:0 i_opflags:557:16 i_uid:578:32 i_gid:627:64 i_flags:531:96 i_acl:650:128 i_default_acl:650:192 i_op:651:256 i_sb:652:320 i_mapping:560:384 i_security:506:448 i_ino:549:512 -:212:576 i_rdev:653:608 i_size:647:640 i_atime_sec:654:704 i_mtime_sec:654:768 i_ctime_sec:654:832 i_atime_nsec:503:896 i_mtime_nsec:503:928 i_ctime_nsec:503:960 i_generation:503:992 i_lock:515:1024 i_bytes:557:1056 i_blkbits:518:1072 i_write_hint:655:1080 i_blocks:656:1088 i_state:657:1152 i_rwsem:182:1216 dirtied_when:549:1536 dirtied_time_when:549:1600 i_hash:151:1664 i_io_list:101:1792 i_wb:658:1920 i_wb_frn_winner:510:1984 i_wb_frn_avg_time:539:2016 i_wb_frn_history:539:2032 i_lru:101:2048 i_kept:129:2176 i_sb_list:101:2240 i_wb_list:101:2368 -:213:2496 i_version:514:2624 i_sequence:514:2688 i_count:524:2752 i_dio_count:524:2784 i_writecount:524:2816 i_readcount:524:2848 -:214:2880 i_flctx:659:2944 i_data:215:3008 -:217:4544 -:218:4672 i_fsnotify_mask:660:4736 i_fsnotify_marks:661:4800 i_private:506:4864
struct dentry 192 d_flags:531:0 d_seq:589:32 d_hash:219:64 d_parent:662:192 -:220:256 d_inode:645:384 d_shortname:224:448 d_op:663:768 d_sb:652:832 d_time:549:896 d_fsdata:506:960 d_lockref:225:1024 -:228:1088 d_sib:151:1216 d_children:140:1344 d_u:229:1408
struct path 16 mnt:664:0 dentry:662:64
struct sk_buff 224 -:230:0 sk:665:192 -:233:256 cb:666:320 -:234:704 _nfct:549:832 len:531:896 data_len:531:928 mac_len:667:960 hdr_len:667:976 queue_mapping:667:992 __cloned_offset:668:1008 cloned:669:1008:1 nohdr:669:1009:1 fclone:669:1010:2 peeked:669:1012:1 head_frag:669:1013:1 pfmemalloc:669:1014:1 pp_recycle:669:1015:1 active_extensions:669:1016 -:236:1024 tail:670:1472 end:670:1504 head:671:1536 data:671:1600 truesize:531:1664 users:548:1696 extensions:672:1728
struct sock_common 136 -:245:0 -:247:64 -:248:96 skc_family:557:128 skc_state:673:144 skc_reuse:629:152:4 skc_reuseport:629:156:1 skc_ipv6only:629:157:1 skc_net_refcnt:629:158:1 skc_bound_dev_if:510:160 -:250:192 skc_prot:674:320 skc_net:675:384 skc_v6_daddr:252:448 skc_v6_rcv_saddr:252:576 skc_cookie:514:704 -:254:768 skc_dontcopy_begin:676:832 -:255:832 skc_tx_queue_mapping:557:960 skc_rx_queue_mapping:557:976 -:257:992 skc_refcnt:548:1024 skc_dontcopy_end:676:1056 -:258:1056
struct sock 784 __sk_common:32:0 __cacheline_group_begin__sock_write_rx:668:1088 sk_drops:524:1088 sk_peek_off:677:1120 sk_error_queue:259:1152 sk_receive_queue:259:1344 sk_backlog:263:1536 __cacheline_group_end__sock_write_rx:668:1728 __cacheline_group_begin__sock_read_rx:668:1728 sk_rx_dst:678:1728 sk_rx_dst_ifindex:510:1792 sk_rx_dst_cookie:503:1824 sk_ll_usec:531:1856 sk_napi_id:531:1888 sk_busy_poll_budget:539:1920 sk_prefer_busy_poll:518:1936 sk_userlocks:518:1944 sk_rcvbuf:510:1952 sk_filter:679:1984 -:264:2048 sk_data_ready:680:2112 sk_rcvtimeo:681:2176 sk_rcvlowat:510:2240 __cacheline_group_end__sock_read_rx:668:2272 __cacheline_group_begin__sock_read_rxtx:668:2272 sk_err:510:2272 sk_socket:682:2304 sk_memcg:605:2368 sk_policy:683:2432 __cacheline_group_end__sock_read_rxtx:668:2560 __cacheline_group_begin__sock_write_rxtx:668:2560 sk_lock:684:2560 sk_reserved_mem:503:2816 sk_forward_alloc:510:2848 sk_tsflags:503:2880 __cacheline_group_end__sock_write_rxtx:668:2912 __cacheline_group_begin__sock_write_tx:668:2912 sk_write_pending:510:2912 sk_omem_alloc:524:2944 sk_err_soft:510:2976 sk_wmem_queued:510:3008 sk_wmem_alloc:548:3040 sk_tsq_flags:549:3072 -:266:3136 sk_write_queue:259:3200 sk_dst_pending_confirm:503:3392 sk_pacing_status:503:3424 sk_frag:171:3456 sk_timer:59:3584 sk_pacing_rate:549:3904 sk_zckey:524:3968 sk_tskey:524:4000 __cacheline_group_end__sock_write_tx:668:4032 __cacheline_group_begin__sock_read_tx:668:4032 sk_max_pacing_rate:549:4032 sk_sndtimeo:681:4096 sk_priority:503:4160 sk_mark:503:4192 sk_uid:578:4224 sk_protocol:539:4256 sk_type:539:4272 sk_dst_cache:678:4288 sk_route_caps:685:4352 sk_gso_type:539:4416 sk_gso_max_segs:539:4432 sk_gso_max_size:531:4448 sk_allocation:686:4480 sk_txhash:503:4512 sk_sndbuf:510:4544 sk_pacing_shift:518:4576 sk_use_task_frag:517:4584 __cacheline_group_end__sock_read_tx:668:4592 sk_gso_disabled:518:4592:1 sk_kern_sock:518:4593:1 sk_no_check_tx:518:4594:1 sk_no_check_rx:518:4595:1 sk_shutdown:518:4600 sk_lingertime:549:4608 sk_prot_creator:674:4672 sk_callback_lock:687:4736 sk_ack_backlog:503:4800 sk_max_ack_backlog:503:4832 sk_ino:549:4864 sk_peer_lock:515:4928 sk_bind_phc:510:4960 sk_peer_pid:562:4992 sk_peer_cred:566:5056 sk_stamp:688:5120 sk_disconnects:510:5184 -:271:5216 sk_clockid:518:5224 sk_txtime_deadline_mode:518:5232:1 sk_txtime_report_errors:518:5233:1 sk_txtime_unused:518:5234:6 sk_bpf_cb_flags:518:5240 sk_user_data:506:5248 sk_security:506:5312 sk_cgrp_data:273:5376 sk_state_change:680:5504 sk_write_space:680:5568 sk_error_report:680:5632 sk_backlog_rcv:689:5696 sk_destruct:680:5760 sk_reuseport_cb:690:5824 sk_bpf_storage:608:5888 sk_drop_counters:691:5952 sk_rcu:104:6016 ns_tracker:692:6144 sk_user_frags:216:6144
struct inet_sock 1016 sk:33:0 pinet6:693:6272 ipv6_fl_list:694:6336 inet_flags:549:6400 inet_saddr:695:6464 uc_ttl:696:6496 inet_sport:697:6512 inet_opt:698:6528 inet_id:524:6592 tos:669:6624 min_ttl:669:6632 mc_ttl:669:6640 pmtudisc:669:6648 rcv_tos:669:6656 convert_csum:669:6664 uc_index:510:6688 mc_index:510:6720 mc_addr:695:6752 local_port_range:503:6784 mc_list:699:6848 cork:274:6912
struct socket 128 state:700:0 type:598:32 flags:549:64 file:701:128 sk:665:192 ops:702:256 wq:286:512
struct xdp_buff 56 data:506:0 data_end:506:64 data_meta:506:128 data_hard_start:506:192 rxq:703:256 txq:704:320 -:287:384
struct pt_regs 168 r15:549:0 r14:549:64 r13:549:128 r12:549:192 bp:549:256 bx:549:320 r11:549:384 r10:549:448 r9:549:512 r8:549:576 ax:549:640 cx:549:704 dx:549:768 si:549:832 di:549:896 orig_ax:549:960 ip:549:1024 -:289:1088 flags:549:1152 sp:549:1216 -:291:1280
struct nf_hook_state 48 hook:518:0 pf:518:8 in:705:64 out:705:128 sk:665:192 net:640:256 okfn:706:320
struct seq_file 120 buf:520:0 size:527:64 from:527:128 count:527:192 pad_until:527:256 index:647:320 read_pos:647:384 lock:92:448 op:707:704 poll_event:510:768 file:708:832 private:506:896
struct linux_binprm 408 vma:709:0 vma_pages:549:64 argmin:549:128 mm:559:192 p:549:256 have_execfd:531:320:1 execfd_creds:531:321:1 secureexec:531:322:1 point_of_no_return:531:323:1 comm_from_dentry:531:324:1 is_check:531:325:1 executable:701:384 interpreter:701:448 file:701:512 cred:710:576 unsafe:510:640 per_clear:531:672 argc:510:704 envc:510:736 filename:622:768 interp:622:832 fdpath:622:896 interp_flags:531:960 execfd:510:992 exec:549:1024 rlim_stack:293:1088 buf:711:1216
struct bpf_iter_meta 24 -:294:0 session_id:508:64 seq_num:508:128
struct bpf_iter__task 16 -:295:0 -:296:64
struct bpf_iter__bpf_map 16 -:295:0 -:297:64
struct bpf_iter__bpf_map_elem 32 -:295:0 -:297:64 -:298:128 -:299:192
struct bpf_dynptr 16 __opaque:712:0
struct bpf_timer 16 __opaque:712:0
struct bpf_wq 16 __opaque:712:0
struct bpf_task_work 8 __opaque:713:0
struct bpf_spin_lock 4 val:660:0
struct bpf_res_spin_lock 4 val:503:0
struct bpf_list_head 16 __opaque:712:0
struct bpf_list_node 24 __opaque:714:0
struct bpf_rb_root 16 __opaque:712:0
struct bpf_rb_node 32 __opaque:715:0
struct bpf_refcount 4 __opaque:716:0
struct bpf_cpumask 40 cpumask:556:0 usage:548:256
struct vm_area_struct 192 -:300:0 vm_mm:559:128 vm_page_prot:717:192 -:303:256 vm_lock_seq:531:320 anon_vma_chain:101:384 anon_vma:718:512 vm_ops:719:576 vm_pgoff:549:640 vm_file:701:704 vm_private_data:506:768 swap_readahead_info:626:832 vm_policy:597:896 numab_state:720:960 vm_refcnt:548:1024 shared:304:1088 vm_userfaultfd_ctx:305:1344 pfnmap_track_ctx:721:1408
struct hrtimer 64 node:138:0 _softexpires:688:256 function:722:320 base:723:384 state:518:448 is_rel:518:456 is_soft:518:464 is_hard:518:472
struct timer_list 40 entry:151:0 expires:549:128 function:724:192 flags:503:256
struct task_struct__safe_rcu 32 cpus_ptr:554:0 cgroups:590:64 real_parent:550:128 group_leader:550:192
struct cgroup__safe_rcu 8 kn:614:0
struct css_set__safe_rcu 8 dfl_cgrp:612:0
struct cgroup_subsys_state__safe_rcu 8 cgroup:612:0
struct mm_struct__safe_rcu_or_null 8 exe_file:701:0
struct sk_buff__safe_rcu_or_null 8 sk:665:0
struct request_sock__safe_rcu_or_null 8 sk:665:0
struct bpf_iter_meta__safe_trusted 8 seq:725:0
struct bpf_iter__task__safe_trusted 16 meta:726:0 task:550:64
struct linux_binprm__safe_trusted 8 file:701:0
struct file__safe_trusted 8 f_inode:645:0
struct dentry__safe_trusted_or_null 8 d_inode:645:0
struct socket__safe_trusted_or_null 8 sk:665:0
struct cpumask 32 bits:727:0
struct bpf_crypto_ctx 48 type:728:0 tfm:506:64 siv_len:503:128 rcu:104:192 usage:548:320
struct xdp_md 24 data:660:0 data_end:660:32 data_meta:660:64 ingress_ifindex:660:96 rx_queue_index:660:128 egress_ifindex:660:160
struct bpf_iter_bits 16 __opaque:712:0
struct bpf_iter_css 24 __opaque:714:0
struct bpf_iter_css_task 8 __opaque:729:0
struct bpf_iter_dmabuf 8 __opaque:729:0
struct bpf_iter_kmem_cache 8 __opaque:729:0
struct bpf_iter_num 8 __opaque:729:0
struct bpf_iter_task 24 __opaque:714:0
struct bpf_iter_task_vma 8 __opaque:729:0
struct bpf_key 16 key:567:0 has_ref:517:64
struct prog_test_member 8 m:306:0 c:510:32
struct bpf_tcp_req_attrs 20 rcv_tsval:503:0 rcv_tsecr:503:32 mss:539:64 rcv_wscale:518:80 snd_wscale:518:88 ecn_ok:518:96 wscale_ok:518:104 sack_ok:518:112 tstamp_ok:518:120 usec_ts_ok:518:128 reserved:730:136
struct bpf_sock_tuple 36 -:307:0
struct bpf_ct_opts 16 netns_id:731:0 error:731:32 l4proto:518:64 dir:518:72 ct_zone_id:539:80 ct_zone_dir:518:96 reserved:730:104
struct bpf_sock_addr_kern 40 sk:665:0 uaddr:732:64 tmp_reg:508:128 t_ctx:506:192 uaddrlen:503:256
struct bpf_sock_ops_kern 64 sk:665:0 -:310:64 syn_skb:733:192 skb:733:256 skb_data_end:506:320 op:518:384 is_fullsock:518:392 is_locked_tcp_sock:518:400 remaining_opt_len:518:408 temp:508:448
struct bpf_xfrm_state_opts 36 error:731:0 netns_id:731:32 mark:503:64 daddr:734:96 spi:695:224 proto:518:256 family:539:272
struct mutex 32 owner:626:0 wait_lock:579:64 osq:100:96 wait_list:101:128
struct - 8 counter:735:0
struct raw_spinlock 4 raw_lock:736:0
struct qspinlock 4 -:96:0
union - 4 val:524:0 -:98:0 -:99:0
struct - 4 counter:510:0
struct - 2 locked:518:0 pending:518:8
struct - 4 locked_pending:539:0 tail:539:16
struct optimistic_spin_queue 4 tail:524:0
struct list_head 16 next:737:0 prev:737:64
union - 32 work:103:0 rcu:104:0
struct work_struct 32 data:626:0 entry:101:64 func:738:192
struct callback_head 16 next:576:0 func:739:64
struct spinlock 4 -:106:0
union - 4 rlock:94:0
union - 0 -:108:0 -:110:0 -:111:0
struct - 0 __empty_value:109:0 value:537:0
struct - 0
struct - 0 __empty_ptrs:109:0 ptrs:740:0
struct - 0 __empty_pptrs:109:0 pptrs:740:0
struct bpf_mem_alloc 64 caches:741:0 cache:742:64 objcg:512:128 percpu:517:192 work:103:256
union - 256 freelist:114:0 lru:115:0
struct pcpu_freelist 8 freelist:743:0
struct bpf_lru 256 -:116:0 del_from_htab:744:1536 del_arg:506:1600 hash_offset:531:1664 target_free:531:1696 nr_scans:531:1728 percpu:517:1760
union - 192 common_lru:117:0 percpu_lru:745:0
struct bpf_common_lru 192 lru_list:118:0 local_list:746:1024
struct bpf_lru_list 128 lists:747:0 counts:748:384 next_inactive_rotation:737:448 lock:528:512
struct percpu_counter 40 lock:579:0 count:735:64 list:101:128 counters:749:256
struct sk_psock_progs 64 msg_parser:750:0 stream_parser:750:64 stream_verdict:750:128 skb_verdict:750:192 msg_parser_link:751:256 stream_parser_link:751:320 stream_verdict_link:751:384 skb_verdict_link:751:448
struct rb_root 8 rb_node:752:0
struct bpf_struct_ops_value 64 common:123:0 data:537:512
struct bpf_struct_ops_common_value 8 refcnt:548:0 state:753:32
struct refcount_struct 4 refs:524:0
struct range_tree 32 it_root:126:0 range_size_root:126:128
struct rb_root_cached 16 rb_root:121:0 rb_leftmost:752:64
struct thread_info 24 flags:549:0 syscall_work:549:64 status:503:128 cpu:503:160
struct __call_single_node 16 llist:129:0 -:130:64 src:539:96 dst:539:112
struct llist_node 8 next:754:0
union - 4 u_flags:531:0 a_flags:524:0
struct sched_entity 256 load:132:0 run_node:133:128 deadline:508:320 min_vruntime:508:384 min_slice:508:448 max_slice:508:512 group_node:101:576 on_rq:629:704 sched_delayed:629:712 rel_deadline:629:720 custom_slice:629:728 exec_start:508:768 sum_exec_runtime:508:832 prev_sum_exec_runtime:508:896 vruntime:508:960 -:134:1024 slice:508:1088 nr_migrations:508:1152 depth:510:1216 parent:755:1280 cfs_rq:756:1344 my_q:756:1408 runnable_weight:549:1472 avg:135:1536
struct load_weight 16 weight:549:0 inv_weight:503:64
struct rb_node 24 __rb_parent_color:549:0 rb_right:752:64 rb_left:752:128
union - 8 vlag:735:0 vprot:508:0
struct sched_avg 64 last_update_time:508:0 load_sum:508:64 runnable_sum:508:128 util_sum:503:192 period_contrib:503:224 load_avg:549:256 runnable_avg:549:320 util_avg:549:384 util_est:531:448
struct sched_rt_entity 72 run_list:101:0 timeout:549:128 watchdog_stamp:549:192 time_slice:531:256 on_rq:557:288 on_list:557:304 back:757:320 parent:757:384 rt_rq:758:448 my_q:758:512
struct sched_dl_entity 240 rb_node:133:0 dl_runtime:508:192 dl_deadline:508:256 dl_period:508:320 dl_bw:508:384 dl_density:508:448 runtime:735:512 deadline:508:576 flags:531:640 dl_throttled:531:672:1 dl_yielded:531:673:1 dl_non_contending:531:674:1 dl_overrun:531:675:1 dl_server:531:676:1 dl_server_active:531:677:1 dl_defer:531:678:1 dl_defer_armed:531:679:1 dl_defer_running:531:680:1 dl_timer:58:704 inactive_timer:58:1216 rq:759:1728 server_pick_task:760:1792 pi_se:551:1856
struct timerqueue_node 32 node:133:0 expires:688:192
struct sched_statistics 0
struct hlist_head 8 first:761:0
union rcu_special 4 b:142:0 s:503:0
struct - 4 blocked:518:0 need_qs:518:8 exp_hint:518:16 need_mb:518:24
struct sched_info 48 pcount:549:0 run_delay:762:64 max_run_delay:762:128 min_run_delay:762:192 last_arrival:762:256 last_queued:762:320
struct plist_node 40 prio:510:0 prio_list:101:64 node_list:101:192
struct restart_block 56 arch_data:549:0 fn:763:64 -:146:128
union - 40 futex:147:0 nanosleep:148:0 poll:150:0
struct - 40 uaddr:764:0 val:503:64 flags:503:96 bitset:503:128 time:508:192 uaddr2:764:256
struct - 24 clockid:765:0 type:766:32 -:149:64 expires:508:128
union - 8 rmtp:767:0 compat_rmtp:768:0
struct - 32 ufds:769:0 nfds:510:64 has_timeout:510:96 tv_sec:549:128 tv_nsec:549:192
struct hlist_node 16 next:761:0 pprev:770:64
struct prev_cputime 24 utime:508:0 stime:508:64 lock:579:128
struct posix_cputimers 80 bases:771:0 timers_active:531:576 expiry_active:531:608
struct posix_cputimer_base 24 nextevt:508:0 tqhead:155:64
struct timerqueue_head 16 rb_root:126:0
struct posix_cputimers_work 56 work:104:0 mutex:92:128 scheduled:531:384
struct sysv_sem 8 undo_list:772:0
struct sysv_shm 16 shm_clist:101:0
struct - 8 sig:773:0
struct sigpending 24 list:101:0 signal:575:128
struct - 4 val:774:0
struct seccomp 16 mode:510:0 filter_count:524:32 filter:775:64
struct syscall_user_dispatch 32 selector:520:0 offset:549:64 len:549:128 on_dispatch:517:192
struct wake_q_node 8 next:776:0
struct task_io_accounting 56 rchar:508:0 wchar:508:64 syscr:508:128 syscw:508:192 read_bytes:508:256 write_bytes:508:320 cancelled_write_bytes:508:384
struct - 128 bits:777:0
struct seqcount_spinlock 4 seqcount:778:0
struct seqcount 4 sequence:531:0
struct tlbflush_unmap_batch 48 arch:170:0 flush_required:517:320 writable:517:328
struct arch_tlbflush_unmap_batch 40 cpumask:73:0 unmapped_pages:517:256
struct page_frag 16 page:779:0 offset:660:64 size:660:96
struct kmap_ctrl 0
struct unwind_task_info 40 unwind_mask:549:0 cache:780:64 work:104:128 id:174:256
union unwind_task_id 8 -:175:0 id:508:0
struct - 8 cpu:503:0 cnt:503:32
struct thread_struct 152 tls_array:781:0 sp:549:192 es:557:256 ds:557:272 fsindex:557:288 gsindex:557:304 fsbase:549:320 gsbase:549:384 ptrace_bps:782:448 virtual_dr6:549:704 ptrace_dr7:549:768 cr2:549:832 trap_nr:549:896 error_code:549:960 io_bitmap:783:1024 iopl_emul:549:1088 iopl_warn:531:1152:1 pkru:503:1184
struct desc_struct 8 limit0:539:0 base0:539:16 base1:539:32:8 type:539:40:4 s:539:44:1 dpl:539:45:2 p:539:47:1 limit1:539:48:4 avl:539:52:1 l:539:53:1 d:539:54:1 g:539:55:1 base2:539:56:8
struct - 1472 -:179:0 mm_mt:180:512 mmap_base:549:640 mmap_legacy_base:549:704 mmap_compat_base:549:768 mmap_compat_legacy_base:549:832 task_size:549:896 pgd:784:960 membarrier_state:524:1024 mm_users:524:1056 pcpu_cid:785:1088 mm_cid_next_scan:549:1152 nr_cpus_allowed:531:1216 max_nr_cid:524:1248 cpus_allowed_lock:579:1280 pgtables_bytes:626:1344 map_count:510:1408 page_table_lock:515:1440 mmap_lock:182:1472 mmlist:101:1792 vma_writer_wait:183:1920 mm_lock_seq:778:1984 futex_hash_lock:92:2048 futex_phash:786:2304 futex_phash_new:786:2368 futex_batches:549:2432 futex_rcu:104:2496 futex_atomic:626:2624 futex_ref:787:2688 hiwater_rss:549:2752 hiwater_vm:549:2816 total_vm:549:2880 locked_vm:549:2944 pinned_vm:514:3008 data_vm:549:3072 exec_vm:549:3136 stack_vm:549:3200 def_flags:788:3264 write_protect_seq:778:3328 arg_lock:515:3360 start_code:549:3392 end_code:549:3456 start_data:549:3520 end_data:549:3584 start_brk:549:3648 brk:549:3712 start_stack:549:3776 arg_start:549:3840 arg_end:549:3904 env_start:549:3968 env_end:549:4032 saved_auxv:789:4096 rss_stat:790:7680 binfmt:791:8960 context:792:9024 flags:793:10176 ioctx_lock:515:10240 ioctx_table:794:10304 owner:550:10368 user_ns:631:10432 exe_file:701:10496 notifier_subscriptions:795:10560 numa_next_scan:549:10624 numa_scan_offset:549:10688 numa_scan_seq:510:10752 tlb_flush_pending:524:10784 tlb_flush_batched:524:10816 uprobes_state:186:10880 hugetlb_usage:626:11008 async_put_work:103:11072 ksm_merging_pages:549:11328 ksm_rmap_items:549:11392 ksm_zero_pages:626:11456 mm_id:796:11520
struct - 64 mm_count:524:0
struct maple_tree 16 -:181:0 ma_flags:531:32 ma_root:506:64
union - 4 ma_lock:515:0
struct rw_semaphore 40 count:626:0 owner:626:64 osq:100:128 wait_lock:579:160 wait_list:101:192
struct rcuwait 8 task:550:0
struct - 144 ctx_id:508:0 tlb_gen:514:64 next_trim_cpumask:549:128 ldt_usr_sem:182:192 ldt:797:512 flags:549:576 lock:92:640 vdso:506:896 vdso_image:798:960 perf_rdpmc_allowed:524:1024 pkey_allocation_map:539:1056 execute_only_pkey:799:1072 global_asid:539:1088 asid_transition:517:1104
struct - 8 __mm_flags:773:0
struct uprobes_state 16 xol_area:800:0 head_tramps:140:64
struct cgroup_subsys_state 208 cgroup:612:0 ss:801:64 refcnt:188:128 rstat_cpu:802:256 sibling:101:320 children:101:448 id:510:576 flags:531:608 serial_nr:508:640 online_cnt:524:704 destroy_work:103:768 destroy_rwork:189:1024 parent:803:1472 nr_descendants:510:1536 rstat_flush_next:803:1600
struct percpu_ref 16 percpu_count_ptr:549:0 data:804:64
struct rcu_work 56 work:103:0 rcu:104:256 wq:805:384
struct cgroup_file 56 kn:614:0 notified_at:549:64 notify_timer:59:128
struct cacheline_padding 0 x:537:0
struct cgroup_base_stat 32 cputime:193:0 ntime:508:192
struct task_cputime 24 stime:508:0 utime:508:64 sum_exec_runtime:762:128
struct wait_queue_head 24 lock:515:0 head:101:64
struct cgroup_bpf 1024 effective:806:0 progs:807:2432 flags:808:4864 revisions:809:5184 storages:101:7616 inactive:810:7744 refcnt:188:7808 release_work:103:7936
struct cgroup_freezer_state 32 freeze:517:0 e_freeze:517:8 nr_frozen_descendants:510:32 nr_frozen_tasks:510:64 freeze_seq:589:96 freeze_start_nsec:508:128 frozen_nsec:508:192
union - 32 dir:198:0 symlink:199:0 attr:200:0
struct kernfs_elem_dir 32 subdirs:549:0 children:121:64 root:811:128 rev:549:192
struct kernfs_elem_symlink 8 target_kn:614:0
struct kernfs_elem_attr 32 ops:812:0 open:813:64 size:647:128 notify_next:614:192
struct - 4 val:814:0
struct - 8 val:508:0
union - 16 non_rcu:510:0 rcu:104:0
struct - 48 ino:508:0 pidfs_node:133:64 stashed:662:256 attr:815:320
struct upid 16 nr:510:0 ns:639:64
union - 16 f_path:816:0 __f_path:30:0
union - 32 f_pos_lock:92:0 f_pipe:508:0
union - 32 f_task_work:104:0 f_llist:129:0 f_ra:209:0 f_freeptr:817:0
struct file_ra_state 32 start:549:0 size:531:64 async_size:531:96 ra_pages:531:128 order:557:160 mmap_miss:557:176 prev_pos:647:192
struct - 8 v:549:0
struct - 8 refcnt:514:0
union - 4 i_nlink:818:0 __i_nlink:531:0
union - 16 i_dentry:140:0 i_rcu:104:0
union - 8 i_fop:644:0 free_inode:819:0
struct address_space 192 host:645:0 i_pages:216:64 invalidate_lock:182:192 gfp_mask:686:512 i_mmap_writable:524:544 i_mmap:126:576 nrpages:549:704 writeback_index:549:768 a_ops:820:832 flags:549:896 wb_err:648:960 i_private_lock:515:992 i_private_list:101:1024 i_mmap_rwsem:182:1152 i_private_data:506:1472
struct xarray 16 xa_lock:515:0 xa_flags:686:32 xa_head:506:64
union - 16 i_devices:101:0 i_linklen:510:0
union - 8 i_pipe:603:0 i_cdev:821:0 i_link:520:0 i_dir_seq:531:0
struct hlist_bl_node 16 next:822:0 pprev:823:64
union - 16 __d_name:221:0 d_name:824:0
struct qstr 16 -:222:0 name:825:64
union - 8 -:223:0 hash_len:508:0
struct - 8 hash:503:0 len:503:32
union shortname_store 40 string:826:0 words:827:0
struct lockref 8 -:226:0
union - 8 lock_count:713:0 -:227:0
struct - 8 lock:515:0 count:510:32
union - 16 d_lru:101:0 d_wait:828:0
union - 16 d_alias:151:0 d_in_lookup_hash:219:0 d_rcu:104:0
union - 24 -:231:0 rbnode:133:0 list:101:0 ll_node:129:0
struct - 24 next:733:0 prev:733:64 -:232:128
union - 8 dev:705:0 dev_scratch:549:0
union - 8 tstamp:688:0 skb_mstamp_ns:508:0
union - 16 -:235:0 tcp_tsorted_anchor:101:0 _sk_redir:549:0
struct - 16 _skb_refdst:549:0 destructor:829:64
union - 56 -:237:0 headers:237:0
struct - 56 __pkt_type_offset:668:0 pkt_type:669:0:3 ignore_df:669:3:1 dst_pending_confirm:669:4:1 ip_summed:669:5:2 ooo_okay:669:7:1 __mono_tc_offset:668:8 tstamp_type:669:8:2 tc_at_ingress:669:10:1 tc_skip_classify:669:11:1 remcsum_offload:669:12:1 csum_complete_sw:669:13:1 csum_level:669:14:2 inner_protocol_type:669:16:1 l4_hash:669:17:1 sw_hash:669:18:1 no_fcs:669:19:1 encapsulation:669:20:1 encap_hdr_csum:669:21:1 csum_valid:669:22:1 nf_trace:669:23:1 redirected:669:24:1 from_ingress:669:25:1 nf_skip_egress:669:26:1 slow_gro:669:27:1 unreadable:669:28:1 tc_index:667:32 alloc_cpu:539:48 -:238:64 priority:660:96 skb_iif:510:128 hash:660:160 -:240:192 -:242:224 secmark:660:256 -:243:288 -:244:320 inner_transport_header:667:336 inner_network_header:667:352 inner_mac_header:667:368 protocol:697:384 transport_header:667:400 network_header:667:416 mac_header:667:432
union - 4 csum:830:0 -:239:0
struct - 4 csum_start:667:0 csum_offset:667:16
union - 4 vlan_all:503:0 -:241:0
struct - 4 vlan_proto:697:0 vlan_tci:667:16
union - 4 napi_id:531:0 sender_cpu:531:0
union - 4 mark:660:0 reserved_tailroom:660:0
union - 2 inner_protocol:697:0 inner_ipproto:669:0
union - 8 skc_addrpair:831:0 -:246:0
struct - 8 skc_daddr:695:0 skc_rcv_saddr:695:32
union - 4 skc_hash:531:0 skc_u16hashes:832:0
union - 4 skc_portpair:833:0 -:249:0
struct - 4 skc_dport:697:0 skc_num:667:16
union - 16 skc_bind_node:151:0 skc_portaddr_node:151:0
struct - 8 net:640:0
struct in6_addr 16 in6_u:253:0
union - 16 u6_addr8:834:0 u6_addr16:835:0 u6_addr32:836:0
union - 8 skc_flags:549:0 skc_listener:665:0 skc_tw_dr:837:0
union - 16 skc_node:151:0 skc_nulls_node:256:0
struct hlist_nulls_node 16 next:838:0 pprev:839:64
union - 4 skc_incoming_cpu:510:0 skc_rcv_wnd:503:0 skc_tw_rcv_nxt:503:0
union - 4 skc_rxhash:503:0 skc_window_clamp:503:0 skc_tw_snd_nxt:503:0
struct sk_buff_head 24 -:260:0 qlen:660:128 lock:515:160
union - 16 -:261:0 list:262:0
struct - 16 next:733:0 prev:733:64
struct sk_buff_list 16 next:733:0 prev:733:64
struct - 24 rmem_alloc:524:0 len:510:32 head:733:64 tail:733:128
union - 8 sk_wq:840:0 sk_wq_raw:840:0
struct - 32 slock:515:0 owned:510:32 wq:619:64
union - 8 sk_send_head:733:0 tcp_rtx_queue:121:0
struct - 8 raw_lock:841:0
struct qrwlock 8 -:269:0 wait_lock:736:32
union - 4 cnts:524:0 -:270:0
struct - 4 wlocked:518:0 __lstate:730:8
union - 1 sk_txrehash:518:0 sk_scm_recv_flags:518:0 -:272:0
struct - 1 sk_scm_credentials:518:0:1 sk_scm_security:518:1:1 sk_scm_pidfd:518:2:1 sk_scm_rights:518:3:1 sk_scm_unused:518:4:4
struct sock_cgroup_data 16 cgroup:612:0 classid:503:64 prioidx:539:96
struct inet_cork_full 152 base:275:0 fl:276:512
struct inet_cork 64 flags:531:0 addr:695:32 opt:842:64 fragsize:531:128 length:510:160 dst:678:192 tx_flags:518:256 ttl:669:264 tos:696:272 priority:503:288 gso_size:667:320 ts_opt_id:503:352 transmit_time:508:384 mark:503:448
struct flowi 88 u:277:0
union - 88 __fl_common:278:0 ip4:280:0 ip6:285:0
struct flowi_common 40 flowic_oif:510:0 flowic_iif:510:32 flowic_l3mdev:510:64 flowic_mark:660:96 flowic_dscp:843:128 flowic_scope:669:136 flowic_proto:669:144 flowic_flags:669:152 flowic_secid:660:160 flowic_uid:578:192 flowic_multipath_hash:660:224 flowic_tun_key:279:256
struct flowi_tunnel 8 tun_id:844:0
struct flowi4 56 __fl_common:278:0 saddr:695:320 daddr:695:352 uli:281:384
union flowi_uli 4 ports:282:0 icmpt:283:0 gre_key:695:0 mht:284:0
struct - 4 dport:697:0 sport:697:16
struct - 2 type:669:0 code:669:8
struct - 1 type:669:0
struct flowi6 88 __fl_common:278:0 daddr:252:320 saddr:252:448 flowlabel:695:576 uli:281:608 mp_hash:660:640
struct socket_wq 64 wait:619:0 fasync_list:845:192 flags:549:256 rcu:104:320
union - 8 -:288:0 frame_sz_flags_init:508:0
struct - 8 frame_sz:503:0 flags:503:32
union - 8 cs:539:0 csx:508:0 fred_cs:290:0
struct fred_cs 8 cs:508:0:16 sl:508:16:2 wfe:508:18:1
union - 8 ss:539:0 ssx:508:0 fred_ss:292:0
struct fred_ss 8 ss:508:0:16 sti:508:16:1 swevent:508:17:1 nmi:508:18:1 vector:508:32:8 type:508:48:4 enclave:508:56:1 lm:508:57:1 nested:508:58:1 insnlen:508:60:4
struct rlimit 16 rlim_cur:846:0 rlim_max:846:64
union - 8 seq:725:0
union - 8 meta:726:0
union - 8 task:550:0
union - 8 map:505:0
union - 8 key:506:0
union - 8 value:506:0
union - 16 -:301:0 vm_freeptr:817:0
struct - 16 vm_start:549:0 vm_end:549:64
struct pgprot 8 pgprot:847:0
union - 8 vm_flags:848:0 __vm_flags:788:0
struct - 32 rb:133:0 rb_subtree_last:549:192
struct vm_userfaultfd_ctx 8 ctx:849:0
struct prog_test_member1 4 a:510:0
union - 36 ipv4:308:0 ipv6:309:0
struct - 12 saddr:695:0 daddr:695:32 sport:697:64 dport:697:80
struct - 36 saddr:836:0 daddr:836:128 sport:697:256 dport:697:272
union - 16 args:850:0 reply:503:0 replylong:850:0
union - 16 a4:695:0 a6:836:0 in6:252:0
func_proto - 0
func_proto - 851 p__map:506 addr__ign:851 page_cnt:503 node_id:510 flags:508
func_proto - 0 p__map:506 ptr__ign:851 page_cnt:503
func_proto - 510 p__map:506 ptr__ign:851 page_cnt:503
func_proto - 506 obj:506
func_proto - 612 cgrp:612
func_proto - 612 cgrp:612 level:510
func_proto - 612 cgid:508
func_proto - 510 cgroup:612 name__str:622 value_p:852
func_proto - 0 cgrp:612
func_proto - 510 dptr:852 off:503 size:503 unsafe_ptr__ign:623
func_proto - 510 dst:506 dst__sz:503 unsafe_ptr__ign:623 flags:508
func_proto - 510 dptr:852 off:503 size:503 unsafe_ptr__ign:623 tsk:550
func_proto - 510 dst:506 dst__sz:503 unsafe_ptr__ign:623 tsk:550 flags:508
func_proto - 853 cpumask:853
func_proto - 517 dst:853 src1:854 src2:854
func_proto - 503 src1:854 src2:854
func_proto - 503 cpumask:854
func_proto - 0 cpumask:853
func_proto - 0 cpu:503 cpumask:853
func_proto - 0 dst:853 src:854
func_proto - 853
func_proto - 517 cpumask:854
func_proto - 517 src1:854 src2:854
func_proto - 0 dst:853 src1:854 src2:854
func_proto - 510 cpumask:855 src:506 src__sz:527
func_proto - 856 ctx:856
func_proto - 856 params:857 params__sz:503 err:565
func_proto - 0 ctx:856
func_proto - 510 ctx:856 src:858 dst:858 siv__nullable:858
func_proto - 510 nfct:859 status:503
func_proto - 510 nfct:859 timeout:503
func_proto - 859 nfct_i:860
func_proto - 0 nfct:859
func_proto - 510 nfct:860 addr:861 port:510 manip:862
func_proto - 510 nfct:863 status:503
func_proto - 0 nfct:860 timeout:503
func_proto - 510 p:858 start:503 end:503
func_proto - 510 p:858 clone__uninit:852
func_proto - 510 dst_ptr:852 dst_off:503 src_ptr:852 src_off:503 size:503
func_proto - 510 s:864 flags:508 ptr__uninit:852
func_proto - 510 skb_:864 flags:508 ptr__uninit:852
func_proto - 510 x:865 flags:508 ptr__uninit:852
func_proto - 517 p:858
func_proto - 510 p:852 offset:503 size:503 val:518
func_proto - 660 p:858
func_proto - 506 p:858 offset:503 buffer__opt:506 buffer__szk:503
func_proto - 510 dentry:662 name__str:622 value_p:852
func_proto - 510 file:701 name__str:622 value_p:852
func_proto - 866 addr:508
func_proto - 701 task:550
func_proto - 0 it:867
func_proto - 510 it:867 unsafe_ptr__ign:868 nr_words:503
func_proto - 565 it:867
func_proto - 0 it:869
func_proto - 510 it:869 start:803 flags:531
func_proto - 803 it:869
func_proto - 0 it:870
func_proto - 510 it:870 css:803 flags:531
func_proto - 550 it:870
func_proto - 0 it:871
func_proto - 510 it:871
func_proto - 872 it:871
func_proto - 0 it:873
func_proto - 510 it:873
func_proto - 866 it:873
func_proto - 0 it:874
func_proto - 510 it:874 start:510 end:510
func_proto - 565 it:874
func_proto - 0 it:875
func_proto - 510 it:875 task__nullable:550 flags:531
func_proto - 550 it:875
func_proto - 0 it:876
func_proto - 510 it:876 task:550 addr:508
func_proto - 709 it:876
func_proto - 0 bkey:877
func_proto - 0 p:878
func_proto - 879 head:880
func_proto - 510 head:880 node:879 meta__ign:506 off:508
func_proto - 0 flags__irq_flag:600
func_proto - 877 id:508
func_proto - 877 serial:731 flags:508
func_proto - 735 map:881
func_proto - 0 p__alloc:506 meta__ign:506
func_proto - 506 local_type_id__k:508 meta__ign:506
func_proto - 510 path:882 buf:520 buf__sz:527
func_proto - 0 file:701
func_proto - 510 root:883 node:884 less:885 meta__ign:506 off:508
func_proto - 517 -:884 -:886
func_proto - 884 root:883
func_proto - 884 root:883 node:884
func_proto - 506 obj__ign:623 btf_id__k:503
func_proto - 506 p__refcounted_kptr:506 meta__ign:506
func_proto - 510 dentry:662 name__str:622
func_proto - 510 lock:887
func_proto - 510 lock:887 flags__irq_flag:600
func_proto - 0 lock:887
func_proto - 0 lock:887 flags__irq_flag:600
func_proto - 510 task:550 sig:510 type:888 value:508
func_proto - 889
func_proto - 517
func_proto - 510 dentry:662 name__str:622 value_p:858 flags:510
func_proto - 510 s:864 sk:665 attrs:890 attrs__sz:510
func_proto - 860 skb_ctx:864 bpf_tuple:891 tuple__sz:503 opts:892 opts__sz:503
func_proto - 859 skb_ctx:864 bpf_tuple:891 tuple__sz:503 opts:892 opts__sz:503
func_proto - 510 sa_kern:893 sun_path:894 sun_path__sz:503
func_proto - 510 sock:895
func_proto - 510 skops:896 flags:508
func_proto - 510 s1__ign:622 s2__ign:622
func_proto - 510 s__ign:622 c:897
func_proto - 510 s__ign:622 reject__ign:622
func_proto - 510 stream_id:510 fmt__str:622 args:623 len__sz:503 aux__prog:506
func_proto - 510 s__ign:622
func_proto - 510 s__ign:622 count:527 c:897
func_proto - 510 s__ign:622 count:527
func_proto - 510 s1__ign:622 s2__ign:622 len:527
func_proto - 510 s__ign:622 c:510
func_proto - 510 s__ign:622 accept__ign:622
func_proto - 550 p:550
func_proto - 550 pid:731
func_proto - 550 vpid:731
func_proto - 612 task:550 hierarchy_id:510
func_proto - 0 p:550
func_proto - 681 task:550 ancestor:612
func_proto - 510 task:550 tw:898 map__map:506 callback:899 aux__prog:506
func_proto - 0 cookie:508
func_proto - 510 wq:900 p__map:506 flags:531
func_proto - 510 wq:900 callback_fn:901 flags:531 aux__prog:506
func_proto - 510 -:506 -:565 -:506
func_proto - 510 wq:900 flags:531
func_proto - 860 xdp_ctx:865 bpf_tuple:891 tuple__sz:503 opts:892 opts__sz:503
func_proto - 859 xdp_ctx:865 bpf_tuple:891 tuple__sz:503 opts:892 opts__sz:503
func_proto - 902 ctx:865 opts:903 opts__sz:503
func_proto - 510 ctx:904 hash:764 rss_type:905
func_proto - 510 ctx:904 timestamp:906
func_proto - 510 ctx:904 vlan_proto:907 vlan_tci:908
func_proto - 510 x:865 len:503
func_proto - 0 x:902
func_proto - 0 -:506 -:517 -:550 -:550 -:531
typedef btf_trace_sched_switch 909
func_proto - 0 -:506 -:550
typedef btf_trace_sched_wakeup 910
func_proto - 0 -:506 -:550 -:561 -:911
typedef btf_trace_sched_process_exec 912
func_proto - 0 -:506 -:550 -:517
typedef btf_trace_sched_process_exit 913
func_proto - 0 -:506 -:550 -:550
typedef btf_trace_sched_process_fork 914
func_proto - 0 -:506 -:915 -:681
typedef btf_trace_sys_enter 916
typedef btf_trace_sys_exit 916
func_proto - 0 -:506 -:917 -:918 -:517
typedef btf_trace_hrtimer_start 919
func_proto - 0 -:506 -:917 -:920
typedef btf_trace_hrtimer_expire_entry 921
func_proto - 0 -:506 -:917
typedef btf_trace_hrtimer_expire_exit 922
typedef btf_trace_hrtimer_cancel 922
func_proto - 0 -:506 -:923 -:549
typedef btf_trace_timer_start 924
typedef btf_trace_timer_expire_entry 924
func_proto - 0 -:506 -:923
typedef btf_trace_timer_cancel 925
func_proto - 0 -:506 -:510 -:926
typedef btf_trace_irq_handler_entry 927
func_proto - 0 -:506 -:531
typedef btf_trace_softirq_entry 928
typedef btf_trace_softirq_exit 928
func_proto - 0 -:506 -:929
typedef btf_trace_workqueue_execute_start 930
func_proto - 0 -:506 -:733 -:506 -:931 -:665
typedef btf_trace_kfree_skb 932
func_proto - 0 -:506 -:733
typedef btf_trace_netif_receive_skb 933
typedef btf_trace_net_dev_queue 933
func_proto - 0 -:506 -:550 -:508
typedef btf_trace_task_newtask 934
func_proto - 0 -:506 -:550 -:622
typedef btf_trace_task_rename 935
func_proto - 0 -:506 -:936 -:937 -:503
typedef btf_trace_xdp_exception 938
func bpf_iter_task 939 0
func bpf_iter_bpf_map 940 0
func bpf_iter_bpf_prog 941 0
func bpf_iter_bpf_map_elem 942 0
func bpf_iter_task_file 943 0
var bpf_prog_active 510 1
var runqueues 944 1
var cpu_number 510 1
var irq_stat 945 1
array - 518 510 32
typedef u32 660
ptr - 946
ptr - 1
ptr - 0
enum bpf_map_type BPF_MAP_TYPE_UNSPEC=0 BPF_MAP_TYPE_HASH=1 BPF_MAP_TYPE_ARRAY=2 BPF_MAP_TYPE_PROG_ARRAY=3 BPF_MAP_TYPE_PERF_EVENT_ARRAY=4 BPF_MAP_TYPE_PERCPU_HASH=5 BPF_MAP_TYPE_PERCPU_ARRAY=6 BPF_MAP_TYPE_STACK_TRACE=7 BPF_MAP_TYPE_CGROUP_ARRAY=8 BPF_MAP_TYPE_LRU_HASH=9 BPF_MAP_TYPE_LRU_PERCPU_HASH=10 BPF_MAP_TYPE_LPM_TRIE=11 BPF_MAP_TYPE_ARRAY_OF_MAPS=12 BPF_MAP_TYPE_HASH_OF_MAPS=13 BPF_MAP_TYPE_DEVMAP=14 BPF_MAP_TYPE_SOCKMAP=15 BPF_MAP_TYPE_CPUMAP=16 BPF_MAP_TYPE_XSKMAP=17 BPF_MAP_TYPE_SOCKHASH=18 BPF_MAP_TYPE_CGROUP_STORAGE_DEPRECATED=19 BPF_MAP_TYPE_CGROUP_STORAGE=19 BPF_MAP_TYPE_REUSEPORT_SOCKARRAY=20 BPF_MAP_TYPE_PERCPU_CGROUP_STORAGE_DEPRECATED=21 BPF_MAP_TYPE_PERCPU_CGROUP_STORAGE=21 BPF_MAP_TYPE_QUEUE=22 BPF_MAP_TYPE_STACK=23 BPF_MAP_TYPE_SK_STORAGE=24 BPF_MAP_TYPE_DEVMAP_HASH=25 BPF_MAP_TYPE_STRUCT_OPS=26 BPF_MAP_TYPE_RINGBUF=27 BPF_MAP_TYPE_INODE_STORAGE=28 BPF_MAP_TYPE_TASK_STORAGE=29 BPF_MAP_TYPE_BLOOM_FILTER=30 BPF_MAP_TYPE_USER_RINGBUF=31 BPF_MAP_TYPE_CGRP_STORAGE=32 BPF_MAP_TYPE_ARENA=33 __MAX_BPF_MAP_TYPE=34
typedef u64 713
ptr - 947
int int 4 1 32
ptr - 948
ptr - 949
array - 897 510 16
typedef atomic64_t 93
typedef spinlock_t 105
ptr - 950
typedef bool 951
typedef u8 669
ptr - 735
ptr - 897
ptr - 952
ptr - 953
ptr - 954
typedef atomic_t 97
array - 955 510 0
ptr - 956
typedef size_t 957
typedef rqspinlock_t 95
ptr - 958
ptr - 140
int unsigned+int 4 0 32
ptr - 665
ptr - 959
ptr - 960
array - 961 510 0
array - 665 510 0
array - 897 510 0
ptr - 962
typedef u16 667
ptr - 963
ptr - 751
ptr - 964
array - 506 510 8
ptr - 122
ptr - 965
array - 549 510 0
ptr - 966
typedef refcount_t 124
int long+unsigned+int 8 0 64
ptr - 19
ptr - 137
ptr - 967
ptr - 968
ptr - 969
ptr - 556
typedef cpumask_t 73
int short+unsigned+int 2 0 16
ptr - 970
ptr - 20
ptr - 215
typedef pid_t 971
ptr - 25
array - 151 510 4
ptr - 972
ptr - 510
ptr - 973
ptr - 974
ptr - 975
ptr - 976
ptr - 977
ptr - 978
ptr - 26
ptr - 979
ptr - 980
typedef sigset_t 159
ptr - 104
ptr - 981
typedef kuid_t 161
typedef raw_spinlock_t 94
ptr - 982
ptr - 92
ptr - 983
ptr - 984
ptr - 985
ptr - 986
ptr - 987
ptr - 988
typedef nodemask_t 166
typedef seqcount_spinlock_t 167
ptr - 21
ptr - 989
ptr - 990
ptr - 991
array - 518 510 4
ptr - 992
ptr - 993
ptr - 994
int short+int 2 1 16
ptr - 995
ptr - 549
array - 549 510 3
ptr - 996
ptr - 997
ptr - 998
ptr - 999
ptr - 1000
ptr - 1001
ptr - 1002
ptr - 1003
ptr - 1004
array - 803 510 12
ptr - 22
array - 101 510 12
ptr - 23
array - 190 510 3
array - 510 510 12
ptr - 1005
ptr - 1006
typedef wait_queue_head_t 194
ptr - 1007
array - 612 510 0
ptr - 1008
ptr - 1009
typedef umode_t 557
ptr - 1010
typedef atomic_long_t 514
typedef kgid_t 201
typedef kernel_cap_t 202
int unsigned+char 1 0 8
ptr - 1011
ptr - 1012
ptr - 1013
ptr - 1014
array - 140 510 4
array - 205 510 0
ptr - 1015
ptr - 1016
ptr - 1017
ptr - 1018
ptr - 1019
ptr - 1020
ptr - 1021
typedef fmode_t 531
ptr - 1022
ptr - 28
ptr - 1023
typedef loff_t 1024
typedef errseq_t 503
typedef file_ref_t 211
ptr - 1025
ptr - 1026
ptr - 1027
typedef dev_t 1028
typedef time64_t 1029
enum rw_hint WRITE_LIFE_NOT_SET=0 WRITE_LIFE_NONE=1 WRITE_LIFE_SHORT=2 WRITE_LIFE_MEDIUM=3 WRITE_LIFE_LONG=4 WRITE_LIFE_EXTREME=5 WRITE_LIFE_HINT_NR=6
typedef blkcnt_t 508
enum inode_state_flags_t I_NEW=1 I_SYNC=2 I_LRU_ISOLATING=4 I_DIRTY_SYNC=16 I_DIRTY_DATASYNC=32 I_DIRTY_PAGES=64 I_WILL_FREE=128 I_FREEING=256 I_CLEAR=512 I_REFERENCED=1024 I_LINKABLE=2048 I_DIRTY_TIME=4096 I_WB_SWITCH=8192 I_OVL_INUSE=16384 I_CREATING=32768 I_DONTCACHE=65536 I_SYNC_QUEUED=131072 I_PINNING_NETFS_WB=262144
ptr - 1030
ptr - 1031
typedef __u32 531
ptr - 1032
ptr - 29
ptr - 1033
ptr - 1034
ptr - 33
array - 897 510 48
typedef __u16 557
array - 669 510 0
typedef __u8 629
typedef sk_buff_data_t 531
ptr - 629
ptr - 1035
volatile - 629
ptr - 1036
typedef possible_net_t 251
array - 510 510 0
typedef __s32 510
ptr - 1037
ptr - 1038
ptr - 0
int long+int 8 1 64
ptr - 35
array - 1039 510 2
typedef socket_lock_t 265
typedef netdev_features_t 508
typedef gfp_t 531
typedef rwlock_t 267
typedef ktime_t 735
ptr - 0
ptr - 1040
ptr - 1041
typedef netns_tracker 109
ptr - 1042
ptr - 1043
typedef __be32 660
typedef __s16 598
typedef __be16 667
ptr - 1044
ptr - 1045
typedef socket_state 1046
ptr - 27
ptr - 1047
ptr - 1048
ptr - 1049
ptr - 1050
ptr - 0
ptr - 1051
ptr - 1052
ptr - 57
ptr - 24
array - 897 510 256
array - 713 510 2
typedef __u64 762
array - 713 510 3
array - 713 510 4
array - 660 510 1
typedef pgprot_t 302
ptr - 1053
ptr - 1054
ptr - 1055
ptr - 1056
ptr - 0
ptr - 1057
ptr - 0
ptr - 39
ptr - 41
array - 549 510 4
ptr - 1058
array - 713 510 1
array - 518 510 3
typedef s32 677
ptr - 1059
ptr - 31
typedef xfrm_address_t 311
typedef s64 1029
typedef arch_spinlock_t 95
ptr - 101
typedef work_func_t 1060
ptr - 0
array - 506 510 0
ptr - 1061
ptr - 1062
ptr - 1063
typedef del_from_htab_func 1064
ptr - 118
ptr - 1065
array - 101 510 3
array - 531 510 2
ptr - 731
ptr - 1066
ptr - 1067
ptr - 133
enum bpf_struct_ops_state BPF_STRUCT_OPS_STATE_INIT=0 BPF_STRUCT_OPS_STATE_INUSE=1 BPF_STRUCT_OPS_STATE_TOBEFREE=2 BPF_STRUCT_OPS_STATE_READY=3
ptr - 129
ptr - 131
ptr - 1068
ptr - 136
ptr - 1069
ptr - 944
typedef dl_server_pick_f 1070
ptr - 151
int long+long+unsigned+int 8 0 64
ptr - 0
ptr - 503
typedef clockid_t 1071
enum timespec_type TT_NONE=0 TT_NATIVE=1 TT_COMPAT=2
ptr - 1072
ptr - 1073
ptr - 1074
ptr - 761
array - 154 510 3
ptr - 1075
array - 549 510 1
typedef uid_t 1076
ptr - 1077
ptr - 164
array - 549 510 16
typedef seqcount_t 168
ptr - 1078
ptr - 1079
array - 177 510 3
array - 1080 510 4
ptr - 1081
ptr - 1082
ptr - 1083
ptr - 1084
ptr - 531
typedef vm_flags_t 549
array - 549 510 56
array - 119 510 4
ptr - 1085
typedef mm_context_t 184
typedef mm_flags_t 185
ptr - 1086
ptr - 1087
typedef mm_id_t 531
ptr - 1088
ptr - 1089
typedef s16 696
ptr - 1090
ptr - 1091
ptr - 1092
ptr - 187
ptr - 1093
ptr - 1094
array - 810 510 38
array - 140 510 38
array - 518 510 38
array - 508 510 38
ptr - 1095
ptr - 1096
ptr - 1097
ptr - 1098
typedef gid_t 1099
ptr - 1100
const - 30
typedef freeptr_t 210
const - 531
ptr - 0
ptr - 1101
ptr - 1102
ptr - 219
ptr - 822
const - 221
ptr - 1103
array - 629 510 40
array - 549 510 5
ptr - 619
ptr - 0
typedef __wsum 660
typedef __addrpair 713
array - 667 510 2
typedef __portpair 660
array - 669 510 16
array - 697 510 8
array - 695 510 4
ptr - 1104
ptr - 256
ptr - 838
ptr - 286
typedef arch_rwlock_t 268
ptr - 1105
typedef dscp_t 518
typedef __be64 713
ptr - 1106
typedef __kernel_ulong_t 549
typedef pgprotval_t 549
const - 788
ptr - 1107
array - 503 510 4
ptr - 1108
ptr - 45
ptr - 56
ptr - 1109
ptr - 73
ptr - 74
ptr - 1110
ptr - 1111
ptr - 1112
ptr - 1113
ptr - 1114
enum nf_nat_manip_type NF_NAT_MANIP_SRC=0 NF_NAT_MANIP_DST=1
ptr - 1115
ptr - 1116
ptr - 75
ptr - 1117
ptr - 76
ptr - 1118
ptr - 77
ptr - 78
ptr - 79
ptr - 1119
ptr - 80
ptr - 81
ptr - 82
ptr - 83
ptr - 84
ptr - 85
ptr - 52
ptr - 51
ptr - 1120
ptr - 816
ptr - 53
ptr - 54
ptr - 400
ptr - 1121
ptr - 50
enum pid_type PIDTYPE_PID=0 PIDTYPE_TGID=1 PIDTYPE_PGID=2 PIDTYPE_SID=3 PIDTYPE_MAX=4
ptr - 713
ptr - 86
ptr - 87
ptr - 88
ptr - 89
ptr - 1122
ptr - 32
ptr - 90
int char 1 0 8
ptr - 48
typedef bpf_task_work_callback_t 1123
ptr - 47
ptr - 440
ptr - 1124
ptr - 91
ptr - 1125
ptr - 1126
ptr - 508
ptr - 697
ptr - 539
ptr - 450
ptr - 452
ptr - 40
ptr - 454
ptr - 456
ptr - 458
ptr - 37
ptr - 460
ptr - 58
enum hrtimer_mode HRTIMER_MODE_ABS=0 HRTIMER_MODE_REL=1 HRTIMER_MODE_PINNED=2 HRTIMER_MODE_SOFT=4 HRTIMER_MODE_HARD=8 HRTIMER_MODE_ABS_PINNED=2 HRTIMER_MODE_REL_PINNED=3 HRTIMER_MODE_ABS_SOFT=4 HRTIMER_MODE_REL_SOFT=5 HRTIMER_MODE_ABS_PINNED_SOFT=6 HRTIMER_MODE_REL_PINNED_SOFT=7 HRTIMER_MODE_ABS_HARD=8 HRTIMER_MODE_REL_HARD=9 HRTIMER_MODE_ABS_PINNED_HARD=10 HRTIMER_MODE_REL_PINNED_HARD=11
ptr - 463
ptr - 688
ptr - 465
ptr - 467
ptr - 59
ptr - 470
ptr - 473
ptr - 1127
ptr - 475
ptr - 477
ptr - 103
ptr - 480
enum skb_drop_reason SKB_NOT_DROPPED_YET=0 SKB_CONSUMED=1 SKB_DROP_REASON_NOT_SPECIFIED=2 SKB_DROP_REASON_NO_SOCKET=3 SKB_DROP_REASON_SOCKET_CLOSE=4 SKB_DROP_REASON_SOCKET_FILTER=5 SKB_DROP_REASON_SOCKET_RCVBUFF=6 SKB_DROP_REASON_UNIX_DISCONNECT=7 SKB_DROP_REASON_UNIX_SKIP_OOB=8 SKB_DROP_REASON_PKT_TOO_SMALL=9 SKB_DROP_REASON_TCP_CSUM=10 SKB_DROP_REASON_UDP_CSUM=11 SKB_DROP_REASON_NETFILTER_DROP=12 SKB_DROP_REASON_OTHERHOST=13 SKB_DROP_REASON_IP_CSUM=14 SKB_DROP_REASON_IP_INHDR=15 SKB_DROP_REASON_IP_RPFILTER=16 SKB_DROP_REASON_UNICAST_IN_L2_MULTICAST=17 SKB_DROP_REASON_XFRM_POLICY=18 SKB_DROP_REASON_IP_NOPROTO=19 SKB_DROP_REASON_PROTO_MEM=20 SKB_DROP_REASON_TCP_AUTH_HDR=21 SKB_DROP_REASON_TCP_MD5NOTFOUND=22 SKB_DROP_REASON_TCP_MD5UNEXPECTED=23 SKB_DROP_REASON_TCP_MD5FAILURE=24 SKB_DROP_REASON_TCP_AONOTFOUND=25 SKB_DROP_REASON_TCP_AOUNEXPECTED=26 SKB_DROP_REASON_TCP_AOKEYNOTFOUND=27 SKB_DROP_REASON_TCP_AOFAILURE=28 SKB_DROP_REASON_SOCKET_BACKLOG=29 SKB_DROP_REASON_TCP_FLAGS=30 SKB_DROP_REASON_TCP_ABORT_ON_DATA=31 SKB_DROP_REASON_TCP_ZEROWINDOW=32 SKB_DROP_REASON_TCP_OLD_DATA=33 SKB_DROP_REASON_TCP_OVERWINDOW=34 SKB_DROP_REASON_TCP_OFOMERGE=35 SKB_DROP_REASON_TCP_RFC7323_PAWS=36 SKB_DROP_REASON_TCP_RFC7323_PAWS_ACK=37 SKB_DROP_REASON_TCP_RFC7323_TW_PAWS=38 SKB_DROP_REASON_TCP_RFC7323_TSECR=39 SKB_DROP_REASON_TCP_LISTEN_OVERFLOW=40 SKB_DROP_REASON_TCP_OLD_SEQUENCE=41 SKB_DROP_REASON_TCP_INVALID_SEQUENCE=42 SKB_DROP_REASON_TCP_INVALID_END_SEQUENCE=43 SKB_DROP_REASON_TCP_INVALID_ACK_SEQUENCE=44 SKB_DROP_REASON_TCP_RESET=45 SKB_DROP_REASON_TCP_INVALID_SYN=46 SKB_DROP_REASON_TCP_CLOSE=47 SKB_DROP_REASON_TCP_FASTOPEN=48 SKB_DROP_REASON_TCP_OLD_ACK=49 SKB_DROP_REASON_TCP_TOO_OLD_ACK=50 SKB_DROP_REASON_TCP_ACK_UNSENT_DATA=51 SKB_DROP_REASON_TCP_OFO_QUEUE_PRUNE=52 SKB_DROP_REASON_TCP_OFO_DROP=53 SKB_DROP_REASON_IP_OUTNOROUTES=54 SKB_DROP_REASON_BPF_CGROUP_EGRESS=55 SKB_DROP_REASON_IPV6DISABLED=56 SKB_DROP_REASON_NEIGH_CREATEFAIL=57 SKB_DROP_REASON_NEIGH_FAILED=58 SKB_DROP_REASON_NEIGH_QUEUEFULL=59 SKB_DROP_REASON_NEIGH_DEAD=60 SKB_DROP_REASON_NEIGH_HH_FILLFAIL=61 SKB_DROP_REASON_TC_EGRESS=62 SKB_DROP_REASON_SECURITY_HOOK=63 SKB_DROP_REASON_QDISC_DROP=64 SKB_DROP_REASON_QDISC_OVERLIMIT=65 SKB_DROP_REASON_QDISC_CONGESTED=66 SKB_DROP_REASON_CAKE_FLOOD=67 SKB_DROP_REASON_FQ_BAND_LIMIT=68 SKB_DROP_REASON_FQ_HORIZON_LIMIT=69 SKB_DROP_REASON_FQ_FLOW_LIMIT=70 SKB_DROP_REASON_CPU_BACKLOG=71 SKB_DROP_REASON_XDP=72 SKB_DROP_REASON_TC_INGRESS=73 SKB_DROP_REASON_UNHANDLED_PROTO=74 SKB_DROP_REASON_SKB_CSUM=75 SKB_DROP_REASON_SKB_GSO_SEG=76 SKB_DROP_REASON_SKB_UCOPY_FAULT=77 SKB_DROP_REASON_DEV_HDR=78 SKB_DROP_REASON_DEV_READY=79 SKB_DROP_REASON_FULL_RING=80 SKB_DROP_REASON_NOMEM=81 SKB_DROP_REASON_HDR_TRUNC=82 SKB_DROP_REASON_TAP_FILTER=83 SKB_DROP_REASON_TAP_TXFILTER=84 SKB_DROP_REASON_ICMP_CSUM=85 SKB_DROP_REASON_INVALID_PROTO=86 SKB_DROP_REASON_IP_INADDRERRORS=87 SKB_DROP_REASON_IP_INNOROUTES=88 SKB_DROP_REASON_IP_LOCAL_SOURCE=89 SKB_DROP_REASON_IP_INVALID_SOURCE=90 SKB_DROP_REASON_IP_LOCALNET=91 SKB_DROP_REASON_IP_INVALID_DEST=92 SKB_DROP_REASON_PKT_TOO_BIG=93 SKB_DROP_REASON_DUP_FRAG=94 SKB_DROP_REASON_FRAG_REASM_TIMEOUT=95 SKB_DROP_REASON_FRAG_TOO_FAR=96 SKB_DROP_REASON_TCP_MINTTL=97 SKB_DROP_REASON_IPV6_BAD_EXTHDR=98 SKB_DROP_REASON_IPV6_NDISC_FRAG=99 SKB_DROP_REASON_IPV6_NDISC_HOP_LIMIT=100 SKB_DROP_REASON_IPV6_NDISC_BAD_CODE=101 SKB_DROP_REASON_IPV6_NDISC_BAD_OPTIONS=102 SKB_DROP_REASON_IPV6_NDISC_NS_OTHERHOST=103 SKB_DROP_REASON_QUEUE_PURGE=104 SKB_DROP_REASON_TC_COOKIE_ERROR=105 SKB_DROP_REASON_PACKET_SOCK_ERROR=106 SKB_DROP_REASON_TC_CHAIN_NOTFOUND=107 SKB_DROP_REASON_TC_RECLASSIFY_LOOP=108 SKB_DROP_REASON_VXLAN_INVALID_HDR=109 SKB_DROP_REASON_VXLAN_VNI_NOT_FOUND=110 SKB_DROP_REASON_MAC_INVALID_SOURCE=111 SKB_DROP_REASON_VXLAN_ENTRY_EXISTS=112 SKB_DROP_REASON_NO_TX_TARGET=113 SKB_DROP_REASON_IP_TUNNEL_ECN=114 SKB_DROP_REASON_TUNNEL_TXINFO=115 SKB_DROP_REASON_LOCAL_MAC=116 SKB_DROP_REASON_ARP_PVLAN_DISABLE=117 SKB_DROP_REASON_MAC_IEEE_MAC_CONTROL=118 SKB_DROP_REASON_BRIDGE_INGRESS_STP_STATE=119 SKB_DROP_REASON_CAN_RX_INVALID_FRAME=120 SKB_DROP_REASON_CANFD_RX_INVALID_FRAME=121 SKB_DROP_REASON_CANXL_RX_INVALID_FRAME=122 SKB_DROP_REASON_PFMEMALLOC=123 SKB_DROP_REASON_DUALPI2_STEP_DROP=124 SKB_DROP_REASON_PSP_INPUT=125 SKB_DROP_REASON_PSP_OUTPUT=126 SKB_DROP_REASON_RECURSION_LIMIT=127 SKB_DROP_REASON_MAX=128 SKB_DROP_REASON_SUBSYS_MASK=-65536
ptr - 482
ptr - 484
ptr - 487
ptr - 489
ptr - 1128
ptr - 1129
ptr - 491
func_proto - 510 meta:726 task:550
func_proto - 510 meta:726 map:505
func_proto - 510 meta:726 prog:750
func_proto - 510 meta:726 map:505 key:506 value:506
func_proto - 510 meta:726 task:550 fd:503 file:701
struct rq 3584
typedef irq_cpustat_t 1130
const - 1131
struct btf_record 32
struct btf 240
struct obj_cgroup 48
struct bpf_map_owner 40
int _Bool 1 4 8
struct bpf_array_aux 88
struct bucket 16
ptr - 1132
ptr - 1133
struct lpm_trie_node 24
typedef __kernel_size_t 846
ptr - 1134
struct bpf_shtab_bucket 16
ptr - 1135
ptr - 1136
struct bpf_local_storage_map_bucket 16
const - 1137
ptr - 1138
struct bpf_ringbuf 12288
struct vm_struct 72
const - 1139
struct task_group 704
const - 556
struct rcu_node 704
typedef __kernel_pid_t 510
struct completion 32
const - 24
struct key 216
struct nameidata 240
struct fs_struct 56
struct files_struct 704
struct io_uring_task 320
struct signal_struct 1144
struct sighand_struct 2080
struct audit_context 1056
struct rt_mutex_waiter 112
struct bio_list 16
struct blk_plug 64
struct reclaim_state 8
struct io_context 88
struct capture_control 16
typedef kernel_siginfo_t 1140
struct robust_list_head 24
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
const - 897
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
const - 1141
struct fown_struct 40
typedef __kernel_loff_t 1142
struct posix_acl 24
const - 1143
struct super_block 1472
typedef __kernel_dev_t 503
typedef __s64 1142
struct bdi_writeback 800
struct file_lock_context 56
struct fsnotify_mark_connector 24
const - 1144
struct vfsmount 32
struct skb_ext 8
struct proto 448
struct dst_entry 136
struct sk_filter 32
ptr - 1145
struct sock_reuseport 48
struct numa_drop_counters 128
struct ipv6_pinfo 128
struct ipv6_fl_socklist 32
struct ip_options_rcu 32
struct ip_mc_socklist 48
enum - SS_FREE=0 SS_UNCONNECTED=1 SS_CONNECTING=2 SS_CONNECTED=3 SS_DISCONNECTING=4
const - 1146
struct xdp_rxq_info 64
struct xdp_txq_info 8
struct net_device 2496
const - 1147
const - 27
struct anon_vma 96
const - 1148
struct vma_numab_state 40
struct pfnmap_track_ctx 24
struct hrtimer_clock_base 64
const - 1149
struct sockaddr 16
ptr - 0
struct bpf_mem_caches 2288
struct bpf_mem_cache 208
struct pcpu_freelist_head 16
ptr - 0
struct bpf_lru_locallist 32
struct bpf_prog 96
struct bpf_link 88
struct cfs_rq 512
struct rt_rq 1704
ptr - 0
typedef __kernel_clockid_t 510
struct __kernel_timespec 16
struct old_timespec32 8
struct pollfd 8
struct sem_undo_list 24
typedef __kernel_uid32_t 531
struct seccomp_filter 224
struct page 64
struct unwind_cache 16
ptr - 1150
struct io_bitmap 8208
typedef pgd_t 1151
struct mm_cid 16
struct futex_private_hash 64
struct linux_binfmt 48
struct kioctx_table 24
struct mmu_notifier_subscriptions 80
struct ldt_struct 16
const - 1152
struct xol_area 48
struct cgroup_subsys 256
struct css_rstat_cpu 32
struct percpu_ref_data 56
struct workqueue_struct 320
struct bpf_prog_array 16
struct kernfs_root 248
const - 1153
struct kernfs_open_node 72
typedef __kernel_gid32_t 531
struct pidfs_attr 32
const - 1154
struct cdev 104
const - 629
struct inet_timewait_death_row 128
struct ip_options 16
struct fasync_struct 48
struct userfaultfd_ctx 176
type_tag address_space(1) 0
const - 73
const - 1155
const - 45
struct nf_conn 248
struct nf_conn___init 248
union nf_inet_addr 16
const - 1113
struct __sk_buff 192
struct kmem_cache 8416
const - 508
struct dma_buf 232
const - 1
const - 54
const - 518
ptr - 0
struct xfrm_state 816
const - 75
enum xdp_rss_hash_type XDP_RSS_L3_IPV4=1 XDP_RSS_L3_IPV6=2 XDP_RSS_L3_DYNHDR=4 XDP_RSS_L4=8 XDP_RSS_L4_TCP=16 XDP_RSS_L4_UDP=32 XDP_RSS_L4_SCTP=64 XDP_RSS_L4_IPSEC=128 XDP_RSS_L4_ICMP=256 XDP_RSS_TYPE_NONE=0 XDP_RSS_TYPE_L2=0 XDP_RSS_TYPE_L3_IPV4=1 XDP_RSS_TYPE_L3_IPV6=2 XDP_RSS_TYPE_L3_IPV4_OPT=5 XDP_RSS_TYPE_L3_IPV6_EX=6 XDP_RSS_TYPE_L4_ANY=8 XDP_RSS_TYPE_L4_IPV4_TCP=25 XDP_RSS_TYPE_L4_IPV4_UDP=41 XDP_RSS_TYPE_L4_IPV4_SCTP=73 XDP_RSS_TYPE_L4_IPV4_IPSEC=137 XDP_RSS_TYPE_L4_IPV4_ICMP=265 XDP_RSS_TYPE_L4_IPV6_TCP=26 XDP_RSS_TYPE_L4_IPV6_UDP=42 XDP_RSS_TYPE_L4_IPV6_SCTP=74 XDP_RSS_TYPE_L4_IPV6_IPSEC=138 XDP_RSS_TYPE_L4_IPV6_ICMP=266 XDP_RSS_TYPE_L4_IPV6_TCP_EX=30 XDP_RSS_TYPE_L4_IPV6_UDP_EX=46 XDP_RSS_TYPE_L4_IPV6_SCTP_EX=78
struct irqaction 128
const - 1050
const - 1066
struct - 64
struct bpf_map_ops 352
struct htab_elem 48
struct stack_map_bucket 16
struct bpf_dtab_netdev 64
struct bpf_cpu_map_entry 360
struct xdp_sock 1088
struct bpf_struct_ops_desc 40
struct bpf_ksym 600
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
struct bpf_crypto_type 104
struct perf_event 1352
struct - 8
struct vdso_image 104
struct kernfs_ops 104
struct address_space_operations 152
struct bpf_crypto_params 408
func __bpf_trap 312 0
func bpf_arena_alloc_pages 313 0
func bpf_arena_free_pages 314 0
func bpf_arena_reserve_pages 315 0
func bpf_cast_to_kern_ctx 316 0
func bpf_cgroup_acquire 317 0
func bpf_cgroup_ancestor 318 0
func bpf_cgroup_from_id 319 0
func bpf_cgroup_read_xattr 320 0
func bpf_cgroup_release 321 0
func bpf_copy_from_user_dynptr 322 0
func bpf_copy_from_user_str 323 0
func bpf_copy_from_user_str_dynptr 322 0
func bpf_copy_from_user_task_dynptr 324 0
func bpf_copy_from_user_task_str 325 0
func bpf_copy_from_user_task_str_dynptr 324 0
func bpf_cpumask_acquire 326 0
func bpf_cpumask_and 327 0
func bpf_cpumask_any_and_distribute 328 0
func bpf_cpumask_any_distribute 329 0
func bpf_cpumask_clear 330 0
func bpf_cpumask_clear_cpu 331 0
func bpf_cpumask_copy 332 0
func bpf_cpumask_create 333 0
func bpf_cpumask_empty 334 0
func bpf_cpumask_equal 335 0
func bpf_cpumask_first 329 0
func bpf_cpumask_first_and 328 0
func bpf_cpumask_first_zero 329 0
func bpf_cpumask_full 334 0
func bpf_cpumask_intersects 335 0
func bpf_cpumask_or 336 0
func bpf_cpumask_populate 337 0
func bpf_cpumask_release 330 0
func bpf_cpumask_set_cpu 331 0
func bpf_cpumask_setall 330 0
func bpf_cpumask_subset 335 0
func bpf_cpumask_weight 329 0
func bpf_cpumask_xor 336 0
func bpf_crypto_ctx_acquire 338 0
func bpf_crypto_ctx_create 339 0
func bpf_crypto_ctx_release 340 0
func bpf_crypto_decrypt 341 0
func bpf_crypto_encrypt 341 0
func bpf_ct_change_status 342 0
func bpf_ct_change_timeout 343 0
func bpf_ct_insert_entry 344 0
func bpf_ct_release 345 0
func bpf_ct_set_nat_info 346 0
func bpf_ct_set_status 347 0
func bpf_ct_set_timeout 348 0
func bpf_dynptr_adjust 349 0
func bpf_dynptr_clone 350 0
func bpf_dynptr_copy 351 0
func bpf_dynptr_from_skb 352 0
func bpf_dynptr_from_skb_meta 353 0
func bpf_dynptr_from_xdp 354 0
func bpf_dynptr_is_null 355 0
func bpf_dynptr_is_rdonly 355 0
func bpf_dynptr_memset 356 0
func bpf_dynptr_size 357 0
func bpf_dynptr_slice 358 0
func bpf_dynptr_slice_rdwr 358 0
func bpf_get_dentry_xattr 359 0
func bpf_get_file_xattr 360 0
func bpf_get_kmem_cache 361 0
func bpf_get_task_exe_file 362 0
func bpf_iter_bits_destroy 363 0
func bpf_iter_bits_new 364 0
func bpf_iter_bits_next 365 0
func bpf_iter_css_destroy 366 0
func bpf_iter_css_new 367 0
func bpf_iter_css_next 368 0
func bpf_iter_css_task_destroy 369 0
func bpf_iter_css_task_new 370 0
func bpf_iter_css_task_next 371 0
func bpf_iter_dmabuf_destroy 372 0
func bpf_iter_dmabuf_new 373 0
func bpf_iter_dmabuf_next 374 0
func bpf_iter_kmem_cache_destroy 375 0
func bpf_iter_kmem_cache_new 376 0
func bpf_iter_kmem_cache_next 377 0
func bpf_iter_num_destroy 378 0
func bpf_iter_num_new 379 0
func bpf_iter_num_next 380 0
func bpf_iter_task_destroy 381 0
func bpf_iter_task_new 382 0
func bpf_iter_task_next 383 0
func bpf_iter_task_vma_destroy 384 0
func bpf_iter_task_vma_new 385 0
func bpf_iter_task_vma_next 386 0
func bpf_key_put 387 0
func bpf_kfunc_call_memb_release 388 0
func bpf_list_back 389 0
func bpf_list_front 389 0
func bpf_list_pop_back 389 0
func bpf_list_pop_front 389 0
func bpf_list_push_back_impl 390 0
func bpf_list_push_front_impl 390 0
func bpf_local_irq_restore 391 0
func bpf_local_irq_save 391 0
func bpf_lookup_system_key 392 0
func bpf_lookup_user_key 393 0
func bpf_map_sum_elem_count 394 0
func bpf_obj_drop_impl 395 0
func bpf_obj_new_impl 396 0
func bpf_path_d_path 397 0
func bpf_percpu_obj_drop_impl 395 0
func bpf_percpu_obj_new_impl 396 0
func bpf_preempt_disable 312 0
func bpf_preempt_enable 312 0
func bpf_probe_read_kernel_dynptr 322 0
func bpf_probe_read_kernel_str_dynptr 322 0
func bpf_probe_read_user_dynptr 322 0
func bpf_probe_read_user_str_dynptr 322 0
func bpf_put_file 398 0
func bpf_rbtree_add_impl 399 0
func bpf_rbtree_first 401 0
func bpf_rbtree_left 402 0
func bpf_rbtree_remove 402 0
func bpf_rbtree_right 402 0
func bpf_rbtree_root 401 0
func bpf_rcu_read_lock 312 0
func bpf_rcu_read_unlock 312 0
func bpf_rdonly_cast 403 0
func bpf_refcount_acquire_impl 404 0
func bpf_remove_dentry_xattr 405 0
func bpf_res_spin_lock 406 0
func bpf_res_spin_lock_irqsave 407 0
func bpf_res_spin_unlock 408 0
func bpf_res_spin_unlock_irqrestore 409 0
func bpf_send_signal_task 410 0
func bpf_session_cookie 411 0
func bpf_session_is_return 412 0
func bpf_set_dentry_xattr 413 0
func bpf_sk_assign_tcp_reqsk 414 0
func bpf_skb_ct_alloc 415 0
func bpf_skb_ct_lookup 416 0
func bpf_sock_addr_set_sun_path 417 0
func bpf_sock_destroy 418 0
func bpf_sock_ops_enable_tx_tstamp 419 0
func bpf_strcasecmp 420 0
func bpf_strchr 421 0
func bpf_strchrnul 421 0
func bpf_strcmp 420 0
func bpf_strcspn 422 0
func bpf_stream_vprintk_impl 423 0
func bpf_strlen 424 0
func bpf_strnchr 425 0
func bpf_strnlen 426 0
func bpf_strnstr 427 0
func bpf_strrchr 428 0
func bpf_strspn 429 0
func bpf_strstr 420 0
func bpf_task_acquire 430 0
func bpf_task_from_pid 431 0
func bpf_task_from_vpid 432 0
func bpf_task_get_cgroup1 433 0
func bpf_task_release 434 0
func bpf_task_under_cgroup 435 0
func bpf_task_work_schedule_resume_impl 436 0
func bpf_task_work_schedule_signal_impl 436 0
func bpf_throw 437 0
func bpf_wq_init 438 0
func bpf_wq_set_callback_impl 439 0
func bpf_wq_start 441 0
func bpf_xdp_ct_alloc 442 0
func bpf_xdp_ct_lookup 443 0
func bpf_xdp_get_xfrm_state 444 0
func bpf_xdp_metadata_rx_hash 445 0
func bpf_xdp_metadata_rx_timestamp 446 0
func bpf_xdp_metadata_rx_vlan_tag 447 0
func bpf_xdp_pull_data 448 0
func bpf_xdp_xfrm_state_release 449 0
decl_tag bpf_kfunc 1156 -1
decl_tag bpf_kfunc 1157 -1
decl_tag bpf_kfunc 1158 -1
decl_tag bpf_kfunc 1159 -1
decl_tag bpf_kfunc 1160 -1
decl_tag bpf_fastcall 1160 -1
decl_tag bpf_kfunc 1161 -1
decl_tag bpf_kfunc 1162 -1
decl_tag bpf_kfunc 1163 -1
decl_tag bpf_kfunc 1164 -1
decl_tag bpf_kfunc 1165 -1
decl_tag bpf_kfunc 1166 -1
decl_tag bpf_kfunc 1167 -1
decl_tag bpf_kfunc 1168 -1
decl_tag bpf_kfunc 1169 -1
decl_tag bpf_kfunc 1170 -1
decl_tag bpf_kfunc 1171 -1
decl_tag bpf_kfunc 1172 -1
decl_tag bpf_kfunc 1173 -1
decl_tag bpf_kfunc 1174 -1
decl_tag bpf_kfunc 1175 -1
decl_tag bpf_kfunc 1176 -1
decl_tag bpf_kfunc 1177 -1
decl_tag bpf_kfunc 1178 -1
decl_tag bpf_kfunc 1179 -1
decl_tag bpf_kfunc 1180 -1
decl_tag bpf_kfunc 1181 -1
decl_tag bpf_kfunc 1182 -1
decl_tag bpf_kfunc 1183 -1
decl_tag bpf_kfunc 1184 -1
decl_tag bpf_kfunc 1185 -1
decl_tag bpf_kfunc 1186 -1
decl_tag bpf_kfunc 1187 -1
decl_tag bpf_kfunc 1188 -1
decl_tag bpf_kfunc 1189 -1
decl_tag bpf_kfunc 1190 -1
decl_tag bpf_kfunc 1191 -1
decl_tag bpf_kfunc 1192 -1
decl_tag bpf_kfunc 1193 -1
decl_tag bpf_kfunc 1194 -1
decl_tag bpf_kfunc 1195 -1
decl_tag bpf_kfunc 1196 -1
decl_tag bpf_kfunc 1197 -1
decl_tag bpf_kfunc 1198 -1
decl_tag bpf_kfunc 1199 -1
decl_tag bpf_kfunc 1200 -1
decl_tag bpf_kfunc 1201 -1
decl_tag bpf_kfunc 1202 -1
decl_tag bpf_kfunc 1203 -1
decl_tag bpf_kfunc 1204 -1
decl_tag bpf_kfunc 1205 -1
decl_tag bpf_kfunc 1206 -1
decl_tag bpf_kfunc 1207 -1
decl_tag bpf_kfunc 1208 -1
decl_tag bpf_kfunc 1209 -1
decl_tag bpf_kfunc 1210 -1
decl_tag bpf_kfunc 1211 -1
decl_tag bpf_kfunc 1212 -1
decl_tag bpf_kfunc 1213 -1
decl_tag bpf_kfunc 1214 -1
decl_tag bpf_kfunc 1215 -1
decl_tag bpf_kfunc 1216 -1
decl_tag bpf_kfunc 1217 -1
decl_tag bpf_kfunc 1218 -1
decl_tag bpf_kfunc 1219 -1
decl_tag bpf_kfunc 1220 -1
decl_tag bpf_kfunc 1221 -1
decl_tag bpf_kfunc 1222 -1
decl_tag bpf_kfunc 1223 -1
decl_tag bpf_kfunc 1224 -1
decl_tag bpf_kfunc 1225 -1
decl_tag bpf_kfunc 1226 -1
decl_tag bpf_kfunc 1227 -1
decl_tag bpf_kfunc 1228 -1
decl_tag bpf_kfunc 1229 -1
decl_tag bpf_kfunc 1230 -1
decl_tag bpf_kfunc 1231 -1
decl_tag bpf_kfunc 1232 -1
decl_tag bpf_kfunc 1233 -1
decl_tag bpf_kfunc 1234 -1
decl_tag bpf_kfunc 1235 -1
decl_tag bpf_kfunc 1236 -1
decl_tag bpf_kfunc 1237 -1
decl_tag bpf_kfunc 1238 -1
decl_tag bpf_kfunc 1239 -1
decl_tag bpf_kfunc 1240 -1
decl_tag bpf_kfunc 1241 -1
decl_tag bpf_kfunc 1242 -1
decl_tag bpf_kfunc 1243 -1
decl_tag bpf_kfunc 1244 -1
decl_tag bpf_kfunc 1245 -1
decl_tag bpf_kfunc 1246 -1
decl_tag bpf_kfunc 1247 -1
decl_tag bpf_kfunc 1248 -1
decl_tag bpf_kfunc 1249 -1
decl_tag bpf_kfunc 1250 -1
decl_tag bpf_kfunc 1251 -1
decl_tag bpf_kfunc 1252 -1
decl_tag bpf_kfunc 1253 -1
decl_tag bpf_kfunc 1254 -1
decl_tag bpf_kfunc 1255 -1
decl_tag bpf_kfunc 1256 -1
decl_tag bpf_kfunc 1257 -1
decl_tag bpf_kfunc 1258 -1
decl_tag bpf_kfunc 1259 -1
decl_tag bpf_kfunc 1260 -1
decl_tag bpf_kfunc 1261 -1
decl_tag bpf_kfunc 1262 -1
decl_tag bpf_kfunc 1263 -1
decl_tag bpf_kfunc 1264 -1
decl_tag bpf_kfunc 1265 -1
decl_tag bpf_kfunc 1266 -1
decl_tag bpf_kfunc 1267 -1
decl_tag bpf_kfunc 1268 -1
decl_tag bpf_kfunc 1269 -1
decl_tag bpf_kfunc 1270 -1
decl_tag bpf_kfunc 1271 -1
decl_tag bpf_kfunc 1272 -1
decl_tag bpf_kfunc 1273 -1
decl_tag bpf_kfunc 1274 -1
decl_tag bpf_kfunc 1275 -1
decl_tag bpf_kfunc 1276 -1
decl_tag bpf_kfunc 1277 -1
decl_tag bpf_kfunc 1278 -1
decl_tag bpf_kfunc 1279 -1
decl_tag bpf_kfunc 1280 -1
decl_tag bpf_fastcall 1280 -1
decl_tag bpf_kfunc 1281 -1
decl_tag bpf_kfunc 1282 -1
decl_tag bpf_kfunc 1283 -1
decl_tag bpf_kfunc 1284 -1
decl_tag bpf_kfunc 1285 -1
decl_tag bpf_kfunc 1286 -1
decl_tag bpf_kfunc 1287 -1
decl_tag bpf_kfunc 1288 -1
decl_tag bpf_kfunc 1289 -1
decl_tag bpf_kfunc 1290 -1
decl_tag bpf_kfunc 1291 -1
decl_tag bpf_kfunc 1292 -1
decl_tag bpf_kfunc 1293 -1
decl_tag bpf_kfunc 1294 -1
decl_tag bpf_kfunc 1295 -1
decl_tag bpf_kfunc 1296 -1
decl_tag bpf_kfunc 1297 -1
decl_tag bpf_kfunc 1298 -1
decl_tag bpf_kfunc 1299 -1
decl_tag bpf_kfunc 1300 -1
decl_tag bpf_kfunc 1301 -1
decl_tag bpf_kfunc 1302 -1
decl_tag bpf_kfunc 1303 -1
decl_tag bpf_kfunc 1304 -1
decl_tag bpf_kfunc 1305 -1
decl_tag bpf_kfunc 1306 -1
decl_tag bpf_kfunc 1307 -1
decl_tag bpf_kfunc 1308 -1
decl_tag bpf_kfunc 1309 -1
decl_tag bpf_kfunc 1310 -1
decl_tag bpf_kfunc 1311 -1
decl_tag bpf_kfunc 1312 -1
decl_tag bpf_kfunc 1313 -1
decl_tag bpf_kfunc 1314 -1
decl_tag bpf_kfunc 1315 -1
decl_tag bpf_kfunc 1316 -1
decl_tag bpf_kfunc 1317 -1
decl_tag bpf_kfunc 1318 -1
decl_tag bpf_kfunc 1319 -1
decl_tag bpf_kfunc 1320 -1
decl_tag bpf_kfunc 1321 -1
decl_tag bpf_kfunc 1322 -1
decl_tag bpf_kfunc 1323 -1
decl_tag bpf_kfunc 1324 -1
decl_tag bpf_kfunc 1325 -1
decl_tag bpf_kfunc 1326 -1
decl_tag bpf_kfunc 1327 -1
decl_tag bpf_kfunc 1328 -1
decl_tag bpf_kfunc 1329 -1
`;
